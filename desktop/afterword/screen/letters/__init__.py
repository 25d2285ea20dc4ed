"""Letters on screen: what a drop delivers, the veil that says what it will do, and the card that shows what was understood."""
