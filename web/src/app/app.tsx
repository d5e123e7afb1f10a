import { lazy, Suspense, useEffect, useRef } from 'react';
import { RouterProvider } from 'react-aria-components';
import { Link, Route, Switch, useLocation } from 'wouter';
import { AskBox } from '../ask/box.tsx';
import { StatusLine } from '../parts/notice.tsx';
import { pins } from '../parts/pin.tsx';
import { Waiting } from '../parts/states.tsx';
import { address } from './address.ts';
import { Boundary } from './boundary.tsx';
import { AnswerPage } from '../pages/answer.tsx';
import { HomePage } from '../pages/home.tsx';
import { MissingPage } from '../pages/missing.tsx';

const page = <P extends object>(load: () => Promise<React.ComponentType<P>>) => lazy(async () => ({ default: await load() }));

const FindPage = page(async () => (await import('../pages/find.tsx')).FindPage);
const QuotePage = page(async () => (await import('../pages/quote.tsx')).QuotePage);
const ActorPage = page(async () => (await import('../pages/actor/actor.tsx')).ActorPage);
const ArticlePage = page(async () => (await import('../pages/article/article.tsx')).ArticlePage);
const GraphPage = page(async () => (await import('../pages/graph/page.tsx')).GraphPage);
const BringPage = page(async () => (await import('../pages/bring/bring.tsx')).BringPage);
const ChangesPage = page(async () => (await import('../pages/changes.tsx')).ChangesPage);
const ReportPage = page(async () => (await import('../pages/report/report.tsx')).ReportPage);
const ComparePage = page(async () => (await import('../pages/compare.tsx')).ComparePage);
const ReviewPage = page(async () => (await import('../pages/review/review.tsx')).ReviewPage);
const ClaimPage = page(async () => (await import('../pages/claim.tsx')).ClaimPage);

const sections = [
  { href: '/', label: 'Ask' },
  { href: '/bring', label: 'Bring in' },
  { href: '/compare', label: 'Compare' },
  { href: '/review', label: 'Review' },
  { href: '/changes', label: 'Changes' },
];

/** The frame of every page: the box, the ways to the main pages, and the page of the address. */
export function App() {
  const [path, navigate] = useLocation();
  return (
    <RouterProvider navigate={(target) => navigate(target)}>
      <div className="frame">
        <a className="skip" href="#main">
          Skip to the page
        </a>
        <Top path={path} />
        <Main path={path} />
        <footer className="foot noprint">
          Who said what, on whose say-so. <a href="/graphiql">GraphiQL</a> <a href="/about">About this server</a>
        </footer>
        <StatusLine />
      </div>
    </RouterProvider>
  );
}

function Top({ path }: { path: string }) {
  const pinned = pins.use();
  return (
    <header className="top">
      <Link href="/" className="brand">
        <img src="/favicon.svg" alt="" />
        Sayso
      </Link>
      {path !== '/' && <AskBox />}
      <nav aria-label="Pages">
        {sections.map(({ href, label }) => (
          <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
            {label}
          </Link>
        ))}
        {pinned.length > 0 && <Link href={address('/report', { pin: pinned, knownAt: new Date().toISOString().slice(0, 10) })}>Report ({pinned.length})</Link>}
      </nav>
    </header>
  );
}

function Main({ path }: { path: string }) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // A new page is read from its beginning, by eye and by screen reader.
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    if (!first.current) window.scrollTo(0, 0);
    first.current = false;
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <Boundary key={path}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/answer" component={AnswerPage} />
            <Route path="/find" component={FindPage} />
            <Route path="/quote" component={QuotePage} />
            <Route path="/actor/:id">{({ id }) => <ActorPage id={id} />}</Route>
            <Route path="/article/:id">{({ id }) => <ArticlePage id={id} />}</Route>
            <Route path="/claim/:id">{({ id }) => <ClaimPage id={id} />}</Route>
            <Route path="/graph" component={GraphPage} />
            <Route path="/bring" component={BringPage} />
            <Route path="/changes" component={ChangesPage} />
            <Route path="/report" component={ReportPage} />
            <Route path="/compare" component={ComparePage} />
            <Route path="/review" component={ReviewPage} />
            <Route>
              <MissingPage />
            </Route>
          </Switch>
        </Suspense>
      </Boundary>
    </main>
  );
}
