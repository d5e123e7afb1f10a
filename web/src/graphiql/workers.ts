// Monaco runs its language services in workers. They are files of this build, so no blob: or foreign script is needed.
import EditorWorker from './workers/editor.ts?worker';
import GraphQLWorker from './workers/graphql.ts?worker';
import type {} from 'monaco-editor'; // declares MonacoEnvironment
import JsonWorker from './workers/json.ts?worker';

self.MonacoEnvironment = {
  getWorker(_id: string, label: string): Worker {
    switch (label) {
      case 'graphql':
        return new GraphQLWorker();
      case 'json':
        return new JsonWorker();
      default:
        return new EditorWorker();
    }
  },
};
