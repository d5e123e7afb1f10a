import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { tabsFor } from './tabs.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphqls', import.meta.url), 'utf8'));

describe('tabsFor', () => {
  it('opens the examples when the address asks for nothing', () => {
    expect(tabsFor('', examples)).toEqual({ tabs: examples });
    expect(tabsFor('?query=%20&ask=', examples)).toEqual({ tabs: examples });
  });
  it('puts the linked query first', () => {
    const linked = { query: '{ predicates { totalCount } }', variables: '{"a":1}' };
    const opened = tabsFor(`?${new URLSearchParams(linked)}`, examples);
    expect(opened.linked).toEqual(linked);
    expect(opened.tabs).toEqual([linked, ...examples]);
  });
  it('leaves out variables that are no JSON', () => {
    expect(tabsFor('?query={x}&variables={', []).linked).toEqual({ query: '{x}' });
  });
  it('carries a question in the variables, whatever it contains', () => {
    const question = 'Who "recognized" Donetsk?\\';
    const linked = tabsFor(`?${new URLSearchParams({ ask: question })}`, []).linked!;
    expect(JSON.parse(linked.variables!)).toEqual({ question });
    expect(linked.query).not.toContain('Donetsk');
  });
});

describe('every query fits the schema and has a name for its tab', () => {
  const all = [...examples, tabsFor('?ask=x', []).linked!];
  it('has the examples', () => expect(examples.length).toBeGreaterThan(6));
  it.each(all.map((tab) => [tab.query]))('%s', (query) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const names = document.definitions.map((d) => (d.kind === 'OperationDefinition' ? d.name?.value : ''));
    expect(names).not.toContain(undefined);
  });
});
