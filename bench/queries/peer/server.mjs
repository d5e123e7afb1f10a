// @neo4j/graphql over the bench's own graph: the peer that the ratios are held against. It reads NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and
// writes the address it listens on.
import { createServer } from 'node:http';

import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

const typeDefs = `
  type Entity @node {
    id: ID!
    name: String!
    subjectOf: [Claim!]! @relationship(type: "SUBJECT", direction: IN)
    objectOf: [Claim!]! @relationship(type: "OBJECT", direction: IN)
    statements: [Statement!]! @relationship(type: "SAID_BY", direction: IN)
  }
  type Article @node {
    id: ID!
    title: String!
    publishedAt: String!
    publisher: [Entity!]! @relationship(type: "PUBLISHED_BY", direction: OUT)
    statements: [Statement!]! @relationship(type: "FROM", direction: IN)
  }
  type Statement @node {
    id: ID!
    date: String!
    quoteExact: String!
    speaker: [Entity!]! @relationship(type: "SAID_BY", direction: OUT)
    article: [Article!]! @relationship(type: "FROM", direction: OUT)
    claims: [Claim!]! @relationship(type: "ASSERTS", direction: OUT)
  }
  type Claim @node {
    id: ID!
    predicate: String!
    text: String!
    firstOn: String!
    subject: [Entity!]! @relationship(type: "SUBJECT", direction: OUT)
    object: [Entity!]! @relationship(type: "OBJECT", direction: OUT)
    statements: [Statement!]! @relationship(type: "ASSERTS", direction: IN)
  }
`;

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = createServer(createYoga({ schema, context: () => ({}), logging: 'warn', graphiql: false }));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
process.stdin.on('end', () => process.exit(0)).resume(); // ends with the bench
