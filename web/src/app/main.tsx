import '../style/tokens.css';
import '../style/base.css';
import '../style/frame.css';
import '../style/evidence.css';
import '../style/article.css';
import '../style/graph.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { client } from '../api/query.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (!root) throw new Error('the page has no element with the id "app"');

createRoot(root).render(
  <QueryClientProvider client={client}>
    <App />
  </QueryClientProvider>,
);
