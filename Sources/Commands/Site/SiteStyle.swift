/// How a site looks: one sheet, light and dark, no fonts to load and no script.
enum SiteStyle {
  static let sheet = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #1c2430; --soft: #5a6675; --line: #d9dee5; --card: #f6f8fa;
      --link: #0b5cad;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14181e; --ink: #e6eaf0; --soft: #9aa6b4; --line: #303842; --card: #1b2128;
        --link: #7db7f5;
      }
    }
    * { box-sizing: border-box; }
    html { font: 100%/1.55 Lato, "Helvetica Neue", Arial, sans-serif; background: var(--paper); }
    body { margin: 0 auto; max-width: 84rem; padding: 1rem clamp(1rem, 4vw, 3rem) 3rem; \
    color: var(--ink); }
    h1 { font-size: clamp(1.6rem, 4vw, 2.4rem); line-height: 1.2; margin: 1.5rem 0 .5rem; }
    h2 { font-size: 1.3rem; margin: 2.2rem 0 .8rem; }
    h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
    p, li, dd { max-width: 65ch; overflow-wrap: break-word; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, .wide:focus-visible, summary:focus-visible { outline: 3px solid var(--link); \
    outline-offset: 3px; border-radius: 2px; }
    nav { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; padding: .5rem 0; \
    border-bottom: 1px solid var(--line); }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; }
    .soft, footer { color: var(--soft); }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .9rem; }
    .topics { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; padding: 0; list-style: none; \
    color: var(--soft); }
    .sheet { display: grid; gap: 1.4rem; padding: 0; margin: 0; list-style: none; \
    grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
    .sheet li { max-width: none; }
    .sheet a { display: block; height: 100%; background: var(--card); \
    border: 1px solid var(--line); border-radius: 8px; overflow: hidden; text-decoration: none; \
    color: inherit; }
    .sheet a:hover { border-color: var(--link); }
    .sheet picture { display: block; border-bottom: 1px solid var(--line); }
    .sheet img { width: 100%; height: auto; aspect-ratio: 16 / 9; object-fit: contain; \
    display: block; background: var(--paper); }
    .sheet .words { display: block; padding: .7rem .9rem .9rem; }
    .sheet .name { display: block; font-weight: 700; overflow-wrap: anywhere; }
    .sheet .caption { display: block; color: var(--soft); font-size: .92rem; }
    figure { margin: 1rem 0; }
    figure img { max-width: 100%; height: auto; display: block; border: 1px solid var(--line); \
    border-radius: 6px; }
    figcaption { margin-top: .7rem; font-size: 1.05rem; max-width: 65ch; }
    .wide { overflow-x: auto; margin: .6rem 0 1rem; max-width: 100%; }
    pre { margin: 0; padding: .9rem 1rem; background: var(--card); border: 1px solid var(--line); \
    border-radius: 6px; width: max-content; min-width: 100%; }
    code, kbd { font: .9em/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    p code, dt code, td code, li code { overflow-wrap: anywhere; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); \
    vertical-align: top; }
    th { font-weight: 600; }
    td.number { text-align: right; }
    td.number, td.point { white-space: nowrap; }
    .columns { columns: 15rem; padding-left: 1.2rem; }
    caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
    dt { margin-top: .7rem; }
    dd { margin: 0 0 0 1.5rem; }
    .paper { background: #ffffff; }

    """
}
