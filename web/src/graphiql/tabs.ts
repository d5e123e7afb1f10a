/** What one tab of GraphiQL starts with. Variables are JSON text. */
export interface Tab {
  query: string;
  variables?: string;
}

/** The tabs for a first visit, and the one that the address asked for: GraphiQL remembers tabs of earlier visits and adds that one. */
export interface Opened {
  tabs: Tab[];
  linked?: Tab;
}

const askQuery = `# The question is in the variables below.
query Question($question: String!) {
  ask(question: $question) {
    interpretation {
      predicate { label }
      target { name }
      asOf
    }
    rows {
      actor { name }
      status
      firstOn
      evidence(first: 2) {
        quote { exact }
        article { title url publishedAt }
      }
    }
    leftOut { modality negated count }
    graphql
    cypher
  }
}
`;

/**
 * tabsFor reads the address: ?query= (with ?variables=, JSON) opens a query, ?ask= a question in English.
 * Variables that are no JSON are left out, for GraphiQL would refuse to run the query beside them.
 */
export function tabsFor(search: string, examples: Tab[]): Opened {
  const linked = linkedTab(new URLSearchParams(search));
  return linked ? { tabs: [linked, ...examples], linked } : { tabs: examples };
}

function linkedTab(params: URLSearchParams): Tab | undefined {
  const query = params.get('query')?.trim();
  if (query) {
    const variables = jsonOnly(params.get('variables'));
    return variables ? { query, variables } : { query };
  }
  const question = params.get('ask')?.trim();
  if (question) return { query: askQuery, variables: JSON.stringify({ question }, null, 2) };
  return undefined;
}

function jsonOnly(text: string | null): string | undefined {
  if (!text) return undefined;
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}
