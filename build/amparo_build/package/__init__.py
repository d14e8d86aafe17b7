"""What is handed out: a Debian package and an archive of the frozen folder, with their sums."""
