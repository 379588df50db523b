"""Opinion polls: a Doc with its statements to polls."""
