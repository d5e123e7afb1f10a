// Tellings of a question behind a number, in their order.
MATCH (t:Telling) WHERE t.question = $id AND t.number > $number
RETURN properties(t) AS telling
ORDER BY t.number LIMIT $first
