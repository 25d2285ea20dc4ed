"""Everything the person sees: the only room, besides `app`, that knows Qt."""
