/// How a site looks: one sheet, light and dark, on paper too; no fonts to load and no script.
enum SiteStyle {
  static let sheet = colours + text + sheetOfFigures + pageOfFigure + code + paper

  private static let colours = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #1c2430; --soft: #5a6675; --line: #d9dee5; --card: #f6f8fa;
      --link: #0b5cad;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #12161d; --ink: #e6eaf0; --soft: #9aa6b4; --line: #303842; --card: #1b2128;
        --link: #7db7f5;
      }
    }

    """

  private static let text = """
    * { box-sizing: border-box; }
    html { font: 100%/1.55 Lato, "Helvetica Neue", Arial, sans-serif; background: var(--paper); \
    -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: 88rem; padding: 0 clamp(1rem, 4vw, 3rem) 3rem; \
    color: var(--ink); }
    h1 { font-size: clamp(1.6rem, 3.2vw, 2.5rem); line-height: 1.2; margin: 1rem 0 .6rem; \
    overflow-wrap: anywhere; text-wrap: balance; }
    h2 { font-size: 1.3rem; margin: 2.2rem 0 .8rem; }
    h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
    h4 { font-size: 1rem; margin: 1.2rem 0 .3rem; font-weight: 600; color: var(--soft); }
    p, li, dd { max-width: 65ch; overflow-wrap: break-word; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; \
    border-radius: 3px; }
    .site { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1.4rem; \
    padding: .8rem 0; border-bottom: 1px solid var(--line); }
    .site a { padding: .2rem 0; }
    .site .home { font-weight: 700; color: inherit; text-decoration: none; margin-right: auto; }
    .site [aria-current] { color: inherit; text-decoration: none; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; }
    .soft, footer { color: var(--soft); }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .9rem; }
    .columns { columns: 15rem; padding-left: 1.2rem; }
    dt { margin-top: .7rem; }
    dd { margin: 0 0 0 1.5rem; }

    """

  private static let sheetOfFigures = """
    .head { display: grid; gap: 1.5rem 3rem; align-items: center; margin-top: 1rem; }
    @media (min-width: 60rem) { .head:has(.cover) { grid-template-columns: 5fr 7fr; } }
    .head > * { min-width: 0; }
    .cover img { display: block; width: 100%; height: auto; border: 1px solid var(--line); \
    border-radius: 8px; }
    .topics { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; padding: 0; list-style: none; \
    color: var(--soft); }
    .sheet { display: grid; gap: 1.4rem; padding: 0; margin: 0; list-style: none; \
    grid-template-columns: repeat(auto-fill, minmax(min(23rem, 100%), 1fr)); }
    .sheet li { max-width: none; }
    .sheet a { display: block; height: 100%; background: var(--card); \
    border: 1px solid var(--line); border-radius: 8px; overflow: hidden; text-decoration: none; \
    color: inherit; }
    .sheet a:hover { border-color: var(--link); }
    .sheet a:hover .name { text-decoration: underline; }
    .sheet picture { display: block; border-bottom: 1px solid var(--line); }
    .sheet img { width: 100%; height: auto; aspect-ratio: 16 / 9; object-fit: contain; \
    display: block; background: var(--paper); }
    .sheet .words { display: block; padding: .7rem .9rem .9rem; }
    .sheet .name { display: block; font-weight: 700; overflow-wrap: anywhere; }
    .sheet .caption { display: block; color: var(--soft); font-size: .92rem; }

    """

  private static let pageOfFigure = """
    .others { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .3rem 1rem; \
    margin-top: .8rem; font-size: .95rem; }
    .others a { display: flex; gap: .4em; max-width: 45%; }
    .others span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .others [rel=next] { margin-left: auto; }
    .others + .soft { margin: 1rem 0 -.8rem; }
    figure { margin: 1rem 0 .6rem; }
    figure img { max-width: 100%; height: auto; display: block; border: 1px solid var(--line); \
    border-radius: 8px; }
    figcaption { margin-top: .7rem; font-size: 1.1rem; max-width: 65ch; }
    .files { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; padding: 0; margin: 0; \
    list-style: none; color: var(--soft); }
    .halves { display: grid; gap: 0 3rem; \
    grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); }
    .halves > * { min-width: 0; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { text-align: left; padding: .3rem 1.2rem .3rem 0; \
    border-bottom: 1px solid var(--line); vertical-align: top; }
    th { font-weight: 600; }
    th:last-child, td:last-child { padding-right: .2rem; }
    .number { text-align: right; }
    .pairs .number { text-align: left; }
    .number, .point { white-space: nowrap; }
    caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }

    """

  /// One click takes a command whole, to be copied.
  private static let code = """
    .wide { overflow-x: auto; margin: .6rem 0 1rem; max-width: 100%; }
    pre { margin: 0; padding: .9rem 1rem; background: var(--card); border: 1px solid var(--line); \
    border-radius: 6px; width: max-content; min-width: 100%; }
    pre code { user-select: all; -webkit-user-select: all; }
    code, kbd { font: .9em/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    p code, dt code, li code { overflow-wrap: anywhere; }
    td code { white-space: nowrap; }

    """

  private static let paper = """
    @media print {
      :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --soft: #333333; \
    --line: #bbbbbb; --card: #ffffff; --link: #000000; }
      .site, .skip, .others, .files, footer { display: none; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      .halves, .head { display: block; }
      .wide { overflow: visible; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; width: auto; }
      figure, tr, pre, .sheet li { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      .sheet { grid-template-columns: repeat(3, 1fr); }
    }

    """
}
