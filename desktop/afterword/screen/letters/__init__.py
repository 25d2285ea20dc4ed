"""Letters on screen: what a drop delivers, the veil over the window, the card that shows what was understood."""
