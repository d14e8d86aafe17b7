"""What a query found."""
