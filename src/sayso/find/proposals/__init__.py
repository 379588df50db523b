"""What is on the table: a Doc with its statements and events to proposals."""
