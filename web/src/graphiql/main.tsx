import './workers.ts';
import 'graphiql/style.css';
import './style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.ts';
import { tabsFor } from './tabs.ts';

const welcome = `# Ask Sayso in GraphQL: Ctrl-Enter runs the query, Ctrl-Space completes it,
# and the book on the left explains every type and field.

`;

const app = document.getElementById('app');
if (!app) throw new Error('the page has no element with the id "app"');

const opened = tabsFor(location.search, examples);
createRoot(app).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: '/graphql' })}
    defaultQuery={welcome}
    defaultTabs={opened.tabs}
    initialQuery={opened.linked?.query}
    initialVariables={opened.linked?.variables}
    shouldPersistHeaders={false}
  >
    <GraphiQL.Logo>
      <a className="home" href="/">Sayso</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
