import type { CodegenConfig } from '@graphql-codegen/cli';

// Types and documents for src/queries, made from the schema before every check and build: a page that asks what the API does not
// have fails there.
const config: CodegenConfig = {
  schema: '../schema.graphqls',
  documents: 'src/queries/*.graphql',
  silent: true,
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        avoidOptionals: { field: true },
        defaultScalarType: 'unknown',
        scalars: { Date: 'string', PredicateId: 'string' },
      },
    },
  },
};
export default config;
