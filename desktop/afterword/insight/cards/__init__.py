"""Cards: one claim each, with its counts. A card that has not enough to say tells how far it is."""
