"""The pages, one file each: a visit to what the page shows and the rows of its twins."""
