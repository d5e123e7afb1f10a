import { ask } from './site.ts';

/** The pages and states that the suite walks, by name. Ids are those of the sample. */
export async function addresses(): Promise<Record<string, string>> {
  const found = await ask<{
    russia: { id: string };
    korea: { id: string };
    syria: { id: string };
    articles: { nodes: { id: string; statements: { nodes: { id: string }[] } }[] };
    claims: { nodes: { id: string }[] };
  }>(`{
    russia: actor(name: "Russia") { id }
    korea: actor(name: "North Korea") { id }
    syria: actor(name: "Syria") { id }
    articles(where: { words: "Luhansk" }, first: 1) { nodes { id statements(first: 2) { nodes { id } } } }
    claims(where: { contested: { eq: true }, quantity: { isNull: false } }, first: 1) { nodes { id } }
  }`);
  const article = found.articles.nodes[0]!;
  const q = (question: string) => `/answer?${new URLSearchParams({ q: question })}`;
  return {
    start: '/',
    'answer-rows': q('Who recognized Donetsk?'),
    'answer-as-of': `${q('Who recognized Donetsk?')}&asOf=2022-03`,
    'answer-nothing': q('Who withdrew recognition of Donetsk?'),
    'answer-not-covered': q('Who recognized Atlantis?'),
    'answer-unread': q('flurble the wug'),
    'answer-position': q("How did Russia's position on Donetsk change?"),
    'answer-figures': q('How many soldiers did Russia lose?'),
    'answer-said': q('What did Pushilin say about North Korea?'),
    'answer-connection': q('How are Syria and North Korea connected?'),
    'answer-disputes': q('What is disputed?'),
    'answer-who': q('Who is Denis Pushilin?'),
    find: '/find?q=Luhansk',
    'find-nothing': '/find?q=zzxxyyqq',
    quote: `/quote?${new URLSearchParams({ text: 'Syria recognized independence of Donetsk and Luhansk' })}`,
    actor: `/actor/${found.russia.id}`,
    'actor-said': `/actor/${found.russia.id}?tab=said`,
    'actor-said-of': `/actor/${found.russia.id}?tab=said-of`,
    'actor-did': `/actor/${found.russia.id}?tab=did`,
    'actor-done-to': `/actor/${found.russia.id}?tab=done-to`,
    'actor-with': `/actor/${found.russia.id}?tab=with`,
    'actor-named': `/actor/${found.russia.id}?tab=named`,
    'actor-known-at': `/actor/${found.russia.id}?tab=did&knownAt=2022-03`,
    'actor-disputes': `/actor/${found.russia.id}?tab=disputes`,
    'actor-time': `/actor/${found.russia.id}?tab=time`,
    'actor-identity': `/actor/${found.russia.id}?tab=identity`,
    'actor-missing': '/actor/ent_gone',
    article: `/article/${article.id}`,
    'article-statement': `/article/${article.id}?statement=${article.statements.nodes[0]!.id}`,
    'article-missing': '/article/art_gone',
    claim: `/claim/${found.claims.nodes[0]!.id}`,
    'claim-missing': '/claim/cl_gone',
    graph: `/graph?actor=${found.russia.id}`,
    'graph-known-at': `/graph?actor=${found.russia.id}&knownAt=2022-03`,
    'graph-ways': `/graph?actor=${found.russia.id}&with=${found.korea.id}&layout=side`,
    'graph-three': `/graph?actor=${found.russia.id}&actor=${found.korea.id}&actor=${found.syria.id}`,
    'graph-none': '/graph',
    bring: '/bring',
    compare: `/compare?actor=${found.russia.id}&actor=${found.korea.id}&about=Ukraine`,
    'compare-three': `/compare?actor=${found.russia.id}&actor=${found.korea.id}&actor=${found.syria.id}&stances=1`,
    'compare-none': '/compare',
    report: `/report?pin=${article.statements.nodes.map((s) => s.id).join('&pin=')}&title=Proof`,
    'report-none': '/report',
    changes: '/changes',
    'changes-none': '/changes?since=2999',
    review: '/review',
    'review-identity': '/review?queue=identity',
    about: '/about',
  };
}
