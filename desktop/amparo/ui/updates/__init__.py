"""The page Updates: what the kit has, from whom, and handing it on."""
