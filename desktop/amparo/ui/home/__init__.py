"""The first page: what an officer of this role most needs."""
