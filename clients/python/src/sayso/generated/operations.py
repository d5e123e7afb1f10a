__all__ = [
    "ADD_STATEMENT_GQL",
    "AGGREGATE_OF_GQL",
    "ASK_GQL",
    "BETWEEN_GQL",
    "CORRECT_STATEMENT_GQL",
    "DELETE_ARTICLE_GQL",
    "FIND_QUOTE_GQL",
    "FOLLOW_SOURCE_GQL",
    "FORGET_GQL",
    "INGEST_GQL",
    "JUDGE_ACTORS_GQL",
    "LIST_CHANGES_GQL",
    "LIST_CLAIMS_GQL",
    "LIST_DISPUTES_GQL",
    "LIST_SOURCES_GQL",
    "LIST_STANDING_GQL",
    "LIST_STATEMENTS_GQL",
    "PAUSE_SOURCE_GQL",
    "PAUSE_STANDING_GQL",
    "REMOVE_SOURCE_GQL",
    "REMOVE_STANDING_GQL",
    "RETRACT_STATEMENT_GQL",
    "RETRY_SOURCE_GQL",
    "REVIEW_STATEMENT_GQL",
    "SEARCH_GQL",
    "SPLIT_ACTOR_GQL",
    "TIMELINE_OF_GQL",
    "UNDO_JUDGEMENT_GQL",
    "WATCH_GQL",
    "WAYS_BETWEEN_GQL",
    "WHAT_DID_GQL",
    "WHO_DID_GQL",
]

LIST_STATEMENTS_GQL = """
query ListStatements($where: StatementWhere, $orderBy: [StatementOrder!], $includeLapsed: Boolean = false, $first: Int = 100, $after: String) {
  statements(
    where: $where
    orderBy: $orderBy
    includeLapsed: $includeLapsed
    first: $first
    after: $after
  ) {
    totalCount
    leftOut
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...StatementCited
    }
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

LIST_CLAIMS_GQL = """
query ListClaims($where: ClaimWhere, $orderBy: [ClaimOrder!], $includeLapsed: Boolean = false, $first: Int = 100, $after: String) {
  claims(
    where: $where
    orderBy: $orderBy
    includeLapsed: $includeLapsed
    first: $first
    after: $after
  ) {
    totalCount
    leftOut
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ClaimCited
    }
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment ClaimCited on Claim {
  ...ClaimTold
  statements(first: 3) {
    nodes {
      ...StatementCited
    }
  }
}

fragment ClaimTold on Claim {
  id
  text
  negated
  quantity
  unit
  bound
  role
  occurredOn
  firstOn
  lastOn
  origins
  statementCount
  contested
  predicate {
    id
    label
  }
  subject {
    ...ActorName
  }
  subjectText
  object {
    ...ActorName
  }
  objectText
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

LIST_DISPUTES_GQL = """
query ListDisputes($target: String, $targetId: ID, $kind: ContradictionKind, $from: Date, $to: Date, $first: Int = 50, $after: String) {
  disputes(
    target: $target
    targetId: $targetId
    kind: $kind
    from: $from
    to: $to
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...DisputeTold
    }
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment ClaimTold on Claim {
  id
  text
  negated
  quantity
  unit
  bound
  role
  occurredOn
  firstOn
  lastOn
  origins
  statementCount
  contested
  predicate {
    id
    label
  }
  subject {
    ...ActorName
  }
  subjectText
  object {
    ...ActorName
  }
  objectText
}

fragment DisputeTold on Dispute {
  id
  kind
  reason
  detector
  sides {
    claim {
      ...ClaimTold
    }
    statements
    origins
    articles
    speakers {
      ...ActorName
    }
    evidence(first: 3) {
      ...StatementCited
    }
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

LIST_CHANGES_GQL = """
query ListChanges($where: ChangeWhere, $first: Int = 200) {
  changes(where: $where, orderBy: [{seq: ASC}], first: $first) {
    nodes {
      ...ChangeTold
    }
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ChangeTold on Change {
  id
  seq
  kind
  at
  by
  reason
  before
  after
  job
  articles {
    id
    title
    url
  }
  statements {
    id
  }
  actors {
    ...ActorName
  }
}
"""

SEARCH_GQL = """
query Search($query: String!, $types: [SearchType!], $atLeast: Float, $where: SearchWhere, $includeLapsed: Boolean = false, $first: Int = 50, $after: String) {
  search(
    query: $query
    types: $types
    atLeast: $atLeast
    where: $where
    includeLapsed: $includeLapsed
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      score
      highlights {
        field
        text
        prefix
        suffix
      }
      node {
        __typename
        ... on Person {
          id
          name
          actorKind: kind
        }
        ... on Organization {
          id
          name
          actorKind: kind
        }
        ... on Place {
          id
          name
          actorKind: kind
        }
        ... on Statement {
          ...StatementCited
        }
        ... on Article {
          ...ArticleCited
        }
      }
    }
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

AGGREGATE_OF_GQL = """
query AggregateOf($of: AggregateOf!, $where: AggregateWhere, $by: [Grouping!], $having: AggregateHaving, $orderBy: [AggregateOrder!], $includeLapsed: Boolean = false, $first: Int = 100) {
  aggregate(
    of: $of
    where: $where
    by: $by
    having: $having
    orderBy: $orderBy
    includeLapsed: $includeLapsed
    first: $first
  ) {
    groups
    leftOut
    rows {
      keys {
        by
        value
        node {
          __typename
          id
        }
      }
      count
      speakers
      origins
      articles
      statements
      claims
      min
      max
      sum
      avg
      firstOn
      lastOn
    }
  }
}
"""

FIND_QUOTE_GQL = """
query FindQuote($text: String!, $article: ID, $atLeast: Float = 0.5, $first: Int = 10) {
  findQuote(text: $text, article: $article, atLeast: $atLeast, first: $first) {
    similarity
    exact
    start
    end
    text
    article {
      ...ArticleCited
    }
    statement {
      ...StatementCited
    }
    differences {
      kind
      given {
        start
        end
        text
      }
      found {
        start
        end
        text
      }
    }
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

LIST_STANDING_GQL = """
query ListStanding($tellings: Int = 20) {
  standingQuestions {
    ...StandingTold
  }
}

fragment StandingTold on StandingQuestion {
  id
  question
  by
  paused
  addedAt
  askedAt
  seq
  fault
  feed
  told
  channels {
    kind
    address
    told
    failures
    fault
    nextAt
  }
  tellings(first: $tellings) {
    ...ToldBefore
  }
}

fragment ToldBefore on Telling {
  number
  kind
  at
  seq
  text
  quotes {
    statement
    exact
    speaker
    article
    title
    url
    publishedAt
  }
}
"""

LIST_SOURCES_GQL = """
query ListSources($failedItems: Int = 20) {
  followedSources {
    ...SourceTold
  }
}

fragment SourceTold on FollowedSource {
  id
  address
  kind
  everySeconds
  paused
  addedAt
  nextAt
  lookedAt
  goodAt
  failures
  fault
  waiting
  failed
  taken
  failedItems(first: $failedItems) {
    address
    title
    attempts
    fault
  }
}
"""

INGEST_GQL = """
mutation Ingest($articles: [ArticleInput!]!, $job: String) {
  ingest(articles: $articles, job: $job) {
    added {
      articles
      entities
      statements
      claims
      mentions
    }
    results {
      isNew
      unreadReason
      article {
        id
        title
        url
      }
      added {
        statements
        claims
      }
      leftOut {
        what
        reason
        words
      }
      error {
        code
        message
      }
    }
  }
}
"""

REVIEW_STATEMENT_GQL = """
mutation ReviewStatement($statement: ID!, $review: Review!, $reason: String!, $by: String!, $version: Int) {
  review(
    statement: $statement
    review: $review
    reason: $reason
    by: $by
    version: $version
  ) {
    ...StatementCited
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

ADD_STATEMENT_GQL = """
mutation AddStatement($statement: StatementInput!, $reason: String!, $by: String!) {
  addStatement(statement: $statement, reason: $reason, by: $by) {
    ...StatementCited
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

RETRACT_STATEMENT_GQL = """
mutation RetractStatement($statement: ID!, $reason: String!, $by: String!, $notice: NoticeInput, $version: Int) {
  retract(
    statement: $statement
    reason: $reason
    by: $by
    notice: $notice
    version: $version
  ) {
    ...StatementCited
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

CORRECT_STATEMENT_GQL = """
mutation CorrectStatement($statement: ID!, $correction: StatementInput!, $reason: String!, $by: String!, $notice: NoticeInput, $version: Int) {
  correct(
    statement: $statement
    correction: $correction
    reason: $reason
    by: $by
    notice: $notice
    version: $version
  ) {
    ...StatementCited
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

JUDGE_ACTORS_GQL = """
mutation JudgeActors($left: ID!, $right: ID!, $verdict: Verdict!, $reason: String!, $by: String!, $force: Boolean = false) {
  judge(
    left: $left
    right: $right
    verdict: $verdict
    reason: $reason
    by: $by
    force: $force
  ) {
    ...JudgementTold
  }
}

fragment JudgementTold on Judgement {
  id
  left
  leftName
  right
  rightName
  verdict
  score
  reasons
  articles
  reason
  by
  automatic
  at
  status
}
"""

SPLIT_ACTOR_GQL = """
mutation SplitActor($actor: ID!, $articles: [ID!]!, $name: String, $reason: String!, $by: String!) {
  split(actor: $actor, articles: $articles, name: $name, reason: $reason, by: $by) {
    ...JudgementTold
  }
}

fragment JudgementTold on Judgement {
  id
  left
  leftName
  right
  rightName
  verdict
  score
  reasons
  articles
  reason
  by
  automatic
  at
  status
}
"""

UNDO_JUDGEMENT_GQL = """
mutation UndoJudgement($judgement: ID!, $reason: String!, $by: String!) {
  undo(judgement: $judgement, reason: $reason, by: $by) {
    ...JudgementTold
  }
}

fragment JudgementTold on Judgement {
  id
  left
  leftName
  right
  rightName
  verdict
  score
  reasons
  articles
  reason
  by
  automatic
  at
  status
}
"""

DELETE_ARTICLE_GQL = """
mutation DeleteArticle($article: ID!, $reason: String!, $by: String!) {
  deleteArticle(article: $article, reason: $reason, by: $by) {
    ...ChangeTold
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ChangeTold on Change {
  id
  seq
  kind
  at
  by
  reason
  before
  after
  job
  articles {
    id
    title
    url
  }
  statements {
    id
  }
  actors {
    ...ActorName
  }
}
"""

FORGET_GQL = """
mutation Forget($person: String!, $articles: ForgottenArticles = REDACT, $dryRun: Boolean = false, $force: Boolean = false, $reason: String!, $by: String!) {
  forget(
    person: $person
    articles: $articles
    dryRun: $dryRun
    force: $force
    reason: $reason
    by: $by
  ) {
    forgetting {
      id
      at
      by
      reason
      articles
    }
    actors
    counts {
      of
      count
    }
    remains {
      kind
      id
      why
    }
  }
}
"""

WATCH_GQL = """
mutation Watch($question: String!, $by: String!, $webhook: String, $email: String, $tellings: Int = 0) {
  watch(question: $question, by: $by, webhook: $webhook, email: $email) {
    standing {
      ...StandingTold
    }
    webhookSecret
  }
}

fragment StandingTold on StandingQuestion {
  id
  question
  by
  paused
  addedAt
  askedAt
  seq
  fault
  feed
  told
  channels {
    kind
    address
    told
    failures
    fault
    nextAt
  }
  tellings(first: $tellings) {
    ...ToldBefore
  }
}

fragment ToldBefore on Telling {
  number
  kind
  at
  seq
  text
  quotes {
    statement
    exact
    speaker
    article
    title
    url
    publishedAt
  }
}
"""

PAUSE_STANDING_GQL = """
mutation PauseStanding($id: ID!, $paused: Boolean = true, $tellings: Int = 20) {
  pauseStandingQuestion(id: $id, paused: $paused) {
    ...StandingTold
  }
}

fragment StandingTold on StandingQuestion {
  id
  question
  by
  paused
  addedAt
  askedAt
  seq
  fault
  feed
  told
  channels {
    kind
    address
    told
    failures
    fault
    nextAt
  }
  tellings(first: $tellings) {
    ...ToldBefore
  }
}

fragment ToldBefore on Telling {
  number
  kind
  at
  seq
  text
  quotes {
    statement
    exact
    speaker
    article
    title
    url
    publishedAt
  }
}
"""

REMOVE_STANDING_GQL = """
mutation RemoveStanding($id: ID!) {
  removeStandingQuestion(id: $id)
}
"""

FOLLOW_SOURCE_GQL = """
mutation FollowSource($address: String!, $everySeconds: Int = 900, $failedItems: Int = 20) {
  followSource(address: $address, everySeconds: $everySeconds) {
    ...SourceTold
  }
}

fragment SourceTold on FollowedSource {
  id
  address
  kind
  everySeconds
  paused
  addedAt
  nextAt
  lookedAt
  goodAt
  failures
  fault
  waiting
  failed
  taken
  failedItems(first: $failedItems) {
    address
    title
    attempts
    fault
  }
}
"""

PAUSE_SOURCE_GQL = """
mutation PauseSource($id: ID!, $paused: Boolean = true, $failedItems: Int = 20) {
  pauseSource(id: $id, paused: $paused) {
    ...SourceTold
  }
}

fragment SourceTold on FollowedSource {
  id
  address
  kind
  everySeconds
  paused
  addedAt
  nextAt
  lookedAt
  goodAt
  failures
  fault
  waiting
  failed
  taken
  failedItems(first: $failedItems) {
    address
    title
    attempts
    fault
  }
}
"""

RETRY_SOURCE_GQL = """
mutation RetrySource($id: ID!, $failedItems: Int = 20) {
  retrySource(id: $id) {
    ...SourceTold
  }
}

fragment SourceTold on FollowedSource {
  id
  address
  kind
  everySeconds
  paused
  addedAt
  nextAt
  lookedAt
  goodAt
  failures
  fault
  waiting
  failed
  taken
  failedItems(first: $failedItems) {
    address
    title
    attempts
    fault
  }
}
"""

REMOVE_SOURCE_GQL = """
mutation RemoveSource($id: ID!) {
  removeSource(id: $id)
}
"""

WHO_DID_GQL = """
query WhoDid($predicate: String!, $target: String, $targetId: ID, $asOf: Date, $since: Date, $speaker: String, $via: String, $about: String, $knownAt: Date, $includeNonFactual: Boolean = false, $first: Int = 100, $evidence: Int = 3) {
  whoDid(
    predicate: $predicate
    target: $target
    targetId: $targetId
    asOf: $asOf
    since: $since
    speaker: $speaker
    via: $via
    about: $about
    knownAt: $knownAt
    includeNonFactual: $includeNonFactual
    first: $first
  ) {
    predicates {
      id
      label
    }
    inverse
    target {
      __typename
      ...ActorName
    }
    senses {
      reported
      reports
      actor {
        __typename
        ...ActorName
      }
    }
    rows {
      ...WhoDidRowTold
    }
    unnamed(first: $first) {
      ...ClaimCited
    }
    leftOut {
      ...LeftOutTold
    }
    absence {
      ...AbsenceTold
    }
  }
}

fragment AbsenceTold on Absence {
  kind
  coveredUntil
  statements(first: 5) {
    ...StatementCited
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment ClaimCited on Claim {
  ...ClaimTold
  statements(first: 3) {
    nodes {
      ...StatementCited
    }
  }
}

fragment ClaimTold on Claim {
  id
  text
  negated
  quantity
  unit
  bound
  role
  occurredOn
  firstOn
  lastOn
  origins
  statementCount
  contested
  predicate {
    id
    label
  }
  subject {
    ...ActorName
  }
  subjectText
  object {
    ...ActorName
  }
  objectText
}

fragment LeftOutTold on LeftOut {
  modality
  negated
  status
  count
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}

fragment WhoDidRowTold on WhoDidRow {
  actor {
    ...ActorName
  }
  target {
    ...ActorName
  }
  status
  modality
  firstOn
  lastOn
  origins
  articles
  evidence(first: $evidence) {
    ...StatementCited
  }
}
"""

WHAT_DID_GQL = """
query WhatDid($actor: String, $actorId: ID, $predicate: String, $target: String, $targetId: ID, $asOf: Date, $since: Date, $speaker: String, $via: String, $about: String, $knownAt: Date, $includeNonFactual: Boolean = false, $first: Int = 100, $evidence: Int = 3) {
  whatDid(
    actor: $actor
    actorId: $actorId
    predicate: $predicate
    target: $target
    targetId: $targetId
    asOf: $asOf
    since: $since
    speaker: $speaker
    via: $via
    about: $about
    knownAt: $knownAt
    includeNonFactual: $includeNonFactual
    first: $first
  ) {
    predicates {
      id
      label
    }
    actor {
      __typename
      ...ActorName
    }
    rows {
      ...DeedTold
    }
    leftOut {
      ...LeftOutTold
    }
    absence {
      ...AbsenceTold
    }
  }
}

fragment AbsenceTold on Absence {
  kind
  coveredUntil
  statements(first: 5) {
    ...StatementCited
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment DeedTold on Deed {
  actor {
    ...ActorName
  }
  predicate
  target {
    ...ActorName
  }
  targetText
  status
  modality
  firstOn
  lastOn
  statements
  origins
  articles
  evidence(first: $evidence) {
    ...StatementCited
  }
}

fragment LeftOutTold on LeftOut {
  modality
  negated
  status
  count
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

BETWEEN_GQL = """
query Between($a: String, $aId: ID, $b: String, $bId: ID, $predicate: String, $asOf: Date, $since: Date, $speaker: String, $via: String, $about: String, $knownAt: Date, $includeNonFactual: Boolean = false, $first: Int = 100, $evidence: Int = 3) {
  between(
    a: $a
    aId: $aId
    b: $b
    bId: $bId
    predicate: $predicate
    asOf: $asOf
    since: $since
    speaker: $speaker
    via: $via
    about: $about
    knownAt: $knownAt
    includeNonFactual: $includeNonFactual
    first: $first
  ) {
    predicates {
      id
      label
    }
    rows {
      ...DeedTold
    }
    leftOut {
      ...LeftOutTold
    }
    absence {
      ...AbsenceTold
    }
    statements {
      ...StatementCited
    }
  }
}

fragment AbsenceTold on Absence {
  kind
  coveredUntil
  statements(first: 5) {
    ...StatementCited
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment DeedTold on Deed {
  actor {
    ...ActorName
  }
  predicate
  target {
    ...ActorName
  }
  targetText
  status
  modality
  firstOn
  lastOn
  statements
  origins
  articles
  evidence(first: $evidence) {
    ...StatementCited
  }
}

fragment LeftOutTold on LeftOut {
  modality
  negated
  status
  count
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

TIMELINE_OF_GQL = """
query TimelineOf($actor: String, $actorId: ID, $target: String, $targetId: ID, $predicate: String, $family: String, $from: Date, $to: Date, $speaker: String, $via: String, $about: String, $knownAt: Date, $includeNonFactual: Boolean = true, $first: Int = 100) {
  timeline(
    actor: $actor
    actorId: $actorId
    target: $target
    targetId: $targetId
    predicate: $predicate
    family: $family
    from: $from
    to: $to
    speaker: $speaker
    via: $via
    about: $about
    knownAt: $knownAt
    includeNonFactual: $includeNonFactual
    first: $first
  ) {
    reversals
    entries {
      ...PositionTold
    }
    leftOut {
      ...LeftOutTold
    }
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment ClaimTold on Claim {
  id
  text
  negated
  quantity
  unit
  bound
  role
  occurredOn
  firstOn
  lastOn
  origins
  statementCount
  contested
  predicate {
    id
    label
  }
  subject {
    ...ActorName
  }
  subjectText
  object {
    ...ActorName
  }
  objectText
}

fragment LeftOutTold on LeftOut {
  modality
  negated
  status
  count
}

fragment PositionTold on Position {
  date
  negated
  modality
  reversal
  predicate
  actor {
    ...ActorName
  }
  target {
    ...ActorName
  }
  claim {
    ...ClaimTold
  }
  statements(first: 3) {
    ...StatementCited
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

ASK_GQL = """
query Ask($question: String!, $reading: Int = 0, $actorId: ID, $targetId: ID, $asOf: Date, $since: Date, $knownAt: Date, $speaker: String, $via: String, $includeNonFactual: Boolean = false, $first: Int = 100, $evidence: Int = 3) {
  ask(
    question: $question
    reading: $reading
    actorId: $actorId
    targetId: $targetId
    asOf: $asOf
    since: $since
    knownAt: $knownAt
    speaker: $speaker
    via: $via
    includeNonFactual: $includeNonFactual
    first: $first
  ) {
    interpretation {
      question
      kind
      text
      confidence
      search
      negated
      about
      asOf
      knownAt
      from
      to
      moment
      alternatives {
        text
        graphql
        reading
        actorId
        targetId
      }
      predicates {
        id
        label
      }
      actor {
        name
      }
      target {
        name
      }
      speaker {
        name
      }
      via {
        name
      }
    }
    rows {
      ...AnswerRowTold
    }
    unnamed(first: $first) {
      ...ClaimCited
    }
    leftOut {
      ...LeftOutTold
    }
    absence {
      ...AbsenceTold
    }
    statements(first: $first) {
      totalCount
      nodes {
        ...StatementCited
      }
    }
    claims(first: $first) {
      totalCount
      nodes {
        ...ClaimCited
      }
    }
    figures(first: $first) {
      totalCount
      nodes {
        ...ClaimCited
      }
    }
    timeline {
      reversals
      entries {
        ...PositionTold
      }
      leftOut {
        ...LeftOutTold
      }
    }
    path {
      paths {
        ...PathTold
      }
    }
    disputes(first: $first) {
      totalCount
      nodes {
        ...DisputeTold
      }
    }
    actor {
      __typename
      ...ActorName
      aliases
      description
      wikidataId
    }
    graphql
    cypher
  }
}

fragment AbsenceTold on Absence {
  kind
  coveredUntil
  statements(first: 5) {
    ...StatementCited
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment AnswerRowTold on AnswerRow {
  actor {
    ...ActorName
  }
  predicate
  target {
    ...ActorName
  }
  targetText
  status
  modality
  firstOn
  lastOn
  statements
  origins
  articles
  evidence(first: $evidence) {
    ...StatementCited
  }
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment ClaimCited on Claim {
  ...ClaimTold
  statements(first: 3) {
    nodes {
      ...StatementCited
    }
  }
}

fragment ClaimTold on Claim {
  id
  text
  negated
  quantity
  unit
  bound
  role
  occurredOn
  firstOn
  lastOn
  origins
  statementCount
  contested
  predicate {
    id
    label
  }
  subject {
    ...ActorName
  }
  subjectText
  object {
    ...ActorName
  }
  objectText
}

fragment DisputeTold on Dispute {
  id
  kind
  reason
  detector
  sides {
    claim {
      ...ClaimTold
    }
    statements
    origins
    articles
    speakers {
      ...ActorName
    }
    evidence(first: 3) {
      ...StatementCited
    }
  }
}

fragment LeftOutTold on LeftOut {
  modality
  negated
  status
  count
}

fragment PathTold on Path {
  length
  hops {
    from {
      ...ActorName
    }
    to {
      ...ActorName
    }
    forward
    claim {
      ...ClaimTold
    }
    evidence(first: 2) {
      ...StatementCited
    }
  }
}

fragment PositionTold on Position {
  date
  negated
  modality
  reversal
  predicate
  actor {
    ...ActorName
  }
  target {
    ...ActorName
  }
  claim {
    ...ClaimTold
  }
  statements(first: 3) {
    ...StatementCited
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""

WAYS_BETWEEN_GQL = """
query WaysBetween($from: String, $fromId: ID, $to: String, $toId: ID, $maxHops: Int = 4, $where: ClaimWhere, $asOf: Date, $knownAt: Date, $first: Int = 5) {
  path(
    from: $from
    fromId: $fromId
    to: $to
    toId: $toId
    maxHops: $maxHops
    where: $where
    asOf: $asOf
    knownAt: $knownAt
    first: $first
  ) {
    paths {
      ...PathTold
    }
  }
}

fragment ActorName on Actor {
  __typename
  id
  name
  kind
}

fragment ArticleCited on Article {
  id
  title
  url
  publishedAt
  retrievedAt
  language
  authors
  publisher {
    id
    name
  }
}

fragment ClaimTold on Claim {
  id
  text
  negated
  quantity
  unit
  bound
  role
  occurredOn
  firstOn
  lastOn
  origins
  statementCount
  contested
  predicate {
    id
    label
  }
  subject {
    ...ActorName
  }
  subjectText
  object {
    ...ActorName
  }
  objectText
}

fragment PathTold on Path {
  length
  hops {
    from {
      ...ActorName
    }
    to {
      ...ActorName
    }
    forward
    claim {
      ...ClaimTold
    }
    evidence(first: 2) {
      ...StatementCited
    }
  }
}

fragment StatementCited on Statement {
  id
  kind
  form
  modality
  status
  review
  version
  date
  confidence
  extractor
  quote {
    exact
    prefix
    suffix
    start
    end
  }
  source {
    text
  }
  speaker {
    ...ActorName
  }
  via {
    ...ActorName
  }
  article {
    ...ArticleCited
  }
}
"""
