"""What `ops/scan` runs, one module for each scanner."""
