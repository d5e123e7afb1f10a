// How much there is.
RETURN COUNT { (:Article) } AS articles, COUNT { (:Entity) } AS entities, COUNT { (:Statement) } AS statements, COUNT { (:Claim) } AS claims,
  COUNT { ()-[:MENTIONS]->() } AS mentions
