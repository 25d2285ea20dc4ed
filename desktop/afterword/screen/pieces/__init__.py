"""The small pieces every page is made of: labels, boxes, buttons, marks, writing, toast."""
