/// The style sheet: system fonts, one accent, colours that follow the reader's light or dark mode.
enum HTMLStyle {
  /// Colours and the page around the tables.
  static let page: StaticString = """
    :root{color-scheme:light dark;--bg:#fdfdfb;--ink:#1a2129;--dim:#56616b;--line:#d8dbd8;
    --soft:#f2f4f2;--acc:#1f4f7a;--warn:#8a3b12;--sea:#eff3f4;--grid:#dfe5e7;--land:#d3d6d5;
    --hatch:#8e9595;--s0:#f5dba4;--s1:#d3cb92;--s2:#a9bf97;--s3:#7dab9b;--s4:#3a7c8d;
    --s5:#2d6690;--s6:#1f3c70;--lo:#1a2129;--hi:#fff;
    --serif:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4",Cambria,Georgia,serif;
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",sans-serif}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#12171b;--ink:#e4e8ea;--dim:#9aa6b0;
    --line:#303940;--soft:#1a2126;--acc:#8fbfe0;--warn:#e6a986;--sea:#182026;--grid:#242e35;
    --land:#363e44;--hatch:#77828a;--s0:#553a5b;--s1:#43466e;--s2:#33587f;--s3:#2f6f84;
    --s4:#57a08f;--s5:#96bd8b;--s6:#e2dca0;--lo:#f2f4f5;--hi:#0f1418}}
    *{box-sizing:border-box}
    html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:79rem;padding:0 1.5rem 3rem;background:var(--bg);color:var(--ink);
    font:400 .9375rem/1.5 var(--sans);font-variant-numeric:tabular-nums lining-nums}
    h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
    h1{font-size:clamp(1.7rem,4vw,2.6rem);margin:.2rem 0 1.4rem;max-width:24em}
    h2{font-size:1.45rem;margin:3rem 0 .8rem}
    h3{font-size:1rem;margin:1.6rem 0 .3rem}
    p,ul{margin:.4rem 0;max-width:46em}
    ul{padding-left:1.1rem}
    a{color:var(--acc);text-underline-offset:.15em;text-decoration-thickness:.06em}
    :focus-visible{outline:3px solid var(--acc);outline-offset:2px}
    small{font-size:.8rem;color:var(--dim)}
    code{font:.9em ui-monospace,SFMono-Regular,Menlo,"Liberation Mono",monospace}
    .dim,.note{color:var(--dim)}.note{font-size:.8rem;max-width:none}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem 1rem;z-index:9}
    header.front{border-top:.35rem solid var(--ink);padding-top:1.6rem;margin-top:2rem}
    .kicker{color:var(--dim);letter-spacing:.08em;text-transform:uppercase;font-size:.8rem;margin:0}
    .facts{display:flex;flex-wrap:wrap;gap:.8rem 3rem;margin:0 0 1.2rem}
    .facts div{min-width:5rem}.facts dt{color:var(--dim);font-size:.8rem}
    .facts dd{margin:0;font:600 1.5rem/1.25 var(--serif)}
    .facts span{font-weight:400;font-size:1rem;color:var(--dim)}
    nav{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;border:solid var(--line);
    border-width:1px 0;padding:.5rem 0}
    .reading h2{margin-top:2rem}
    .reading p{max-width:54em;font-family:var(--serif);font-size:1.05rem}
    figure{margin:0}.map{display:block;width:100%;height:auto}
    .sea{fill:var(--sea)}.grid{fill:none;stroke:var(--grid);stroke-width:6}
    .map a path,.map a circle,.map .out{stroke:var(--bg);stroke-width:6;fill-rule:evenodd;
    stroke-linejoin:round}
    .map circle{stroke-width:8}.map a:hover *,.map a:focus *{stroke:var(--ink);stroke-width:18}
    .map a:focus{outline:0}
    .map .s0{fill:var(--s0)}.map .s1{fill:var(--s1)}.map .s2{fill:var(--s2)}.map .s3{fill:var(--s3)}
    .map .s4{fill:var(--s4)}.map .s5{fill:var(--s5)}.map .s6{fill:var(--s6)}
    .map .out{fill:var(--land)}.map .n{fill:url(#hatch)}.hb{fill:var(--bg)}.hl{fill:var(--hatch)}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;list-style:none;padding:0;margin:.8rem 0;
    font-size:.85rem;max-width:none}.lt{font-weight:600}
    .legend i{display:inline-block;width:1.6em;height:.85em;margin-right:.4em;vertical-align:-.05em;
    outline:1px solid var(--line)}
    i.out{background:var(--land)}i.hatched{background:repeating-linear-gradient(135deg,
    var(--hatch) 0 2px,var(--bg) 2px 5px)}
    .s0{background:var(--s0);color:var(--lo)}.s1{background:var(--s1);color:var(--lo)}
    .s2{background:var(--s2);color:var(--lo)}.s3{background:var(--s3);color:var(--lo)}
    .s4{background:var(--s4);color:var(--hi)}.s5{background:var(--s5);color:var(--hi)}
    .s6{background:var(--s6);color:var(--hi)}
    footer{border-top:1px solid var(--line);margin-top:4rem}
    .cols{display:grid;
    grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:0 4rem}
    .weights{columns:2;list-style:none;padding:0;max-width:30em}.weights li{display:flex;
    justify-content:space-between;gap:1rem}.weights b{font-weight:400;color:var(--dim)}

    """

  /// The ranking, the countries not ranked and the list of indicators.
  static let tables: StaticString = """
    table{border-collapse:separate;border-spacing:0;width:100%;font-size:.875rem;line-height:1.35}
    caption{text-align:left;color:var(--dim);font-size:.85rem;padding:0 0 .5rem;max-width:60em}
    th,td{padding:.3rem .5rem;text-align:left;font-weight:400;border-bottom:1px solid var(--line);
    vertical-align:top}
    thead th{font-size:.78rem;font-weight:600;color:var(--dim);vertical-align:bottom;
    border-bottom:1px solid var(--ink);background:var(--bg)}
    td small,th small{display:block}.num{text-align:right;white-space:nowrap}
    .scroll{overflow-x:auto}
    .filters{display:flex;flex-wrap:wrap;align-items:end;gap:.6rem 1.4rem;margin:0 0 1rem;
    font-size:.85rem}.filters[hidden]{display:none}
    .filters label{color:var(--dim);display:grid;gap:.15rem}
    .filters input,.filters select{font:inherit;color:var(--ink);background:var(--bg);
    border:1px solid var(--dim);border-radius:2px;padding:.3rem .5rem;min-width:11rem;height:2.1rem}
    .filters output{color:var(--dim);padding-bottom:.3rem}
    #rank td{text-align:right;white-space:nowrap}
    #rank thead th{text-align:right}
    #rank thead th:nth-child(3){text-align:left}
    #rank tbody td:nth-child(1){color:var(--dim)}
    #rank tbody td:nth-child(2){color:var(--dim);font-size:.8rem;width:9.5rem;
    --f:calc(var(--a) - 1px);--t:calc(var(--b) + 1px);background:
    linear-gradient(90deg,transparent var(--f),var(--acc) var(--f) var(--t),transparent var(--t))
    .8rem .72rem/calc(100% - 5.4rem) .4rem no-repeat,
    linear-gradient(var(--line) 0 0) .8rem .9rem/calc(100% - 5.4rem) 1px no-repeat}
    #rank tbody td:nth-child(4){font-weight:600}
    #rank tbody th a,.plain a{color:var(--ink);text-decoration-color:var(--line)}
    #rank tbody td:nth-child(n+5):not(:nth-last-child(-n+2)){width:5.4rem;text-align:center;
    border-left:1px solid var(--bg);border-bottom-color:var(--bg)}
    #rank tbody td:nth-last-child(-n+2){color:var(--dim)}
    #rank tbody tr:hover>*{box-shadow:inset 0 1px var(--ink),inset 0 -1px var(--ink)}
    #rank tbody tr:target>th{box-shadow:inset .25rem 0 var(--acc);background:var(--soft)}
    #rank td.n{color:var(--dim)}
    #rank thead th:nth-child(n+5):not(:nth-last-child(-n+2)){text-align:center}
    #rank button{all:unset;cursor:pointer;position:relative}
    #rank button:focus-visible{outline:3px solid var(--acc);outline-offset:2px}
    #rank button:hover{color:var(--ink);text-decoration:underline}
    #rank [aria-sort] button::after{content:"";position:absolute;left:0;right:0;bottom:-.42rem;
    border-bottom:3px solid var(--acc)}
    #rank [aria-sort] button::before{content:"▴";position:absolute;right:-.75em}
    #rank [aria-sort=descending] button::before{content:"▾"}
    #rank [aria-sort]{color:var(--ink)}
    .plain{max-width:60rem}
    .ind{min-width:62rem;font-size:.82rem}.ind td small{font-size:.78rem}
    .ind tbody th{font-weight:600;width:16%}.ind th small{font-weight:400}
    .ind td:nth-child(2){width:15%}.ind td:nth-child(6){width:20%}.ind td:nth-child(7){width:27%}
    .ind .group th{font:600 1rem var(--serif);padding-top:1.3rem;border-bottom-color:var(--dim)}
    .ind .group span{font:400 .8rem var(--sans);color:var(--dim);margin-left:.5em}
    .posts{white-space:nowrap}.to{color:var(--dim)}
    .ind td.num+td{min-width:5rem}
    .mark{font-weight:600;color:var(--warn);border:1px solid;border-radius:2px;padding:0 .3em;
    font-size:.72rem}
    @media screen and (min-width:66rem){#ranking .scroll{overflow:visible}
    #rank thead th{position:sticky;top:0;z-index:1}}

    """

  /// The sections of the countries: one at a time, in place of the rest.
  static let country: StaticString = """
    .c{display:none}.c:target{display:block}
    body:has(.c:target) .front{display:none}
    .c nav{border-top:.35rem solid var(--ink);margin-top:2rem}
    .c nav a:first-child{margin-right:auto}
    .c h2{font-size:clamp(1.7rem,4vw,2.4rem);margin:1.4rem 0 .2rem}
    .place{color:var(--dim);margin:0 0 1.2rem}.why{color:var(--warn)}
    .c caption{font:600 1.15rem var(--serif);color:var(--ink);padding-top:1rem}
    .dims{max-width:46rem}
    .dims td,.dims th[scope=col]:not(:first-child){text-align:right}
    .dims th[scope=row]{width:9rem}
    .dims td:nth-child(2){width:50%}
    .dims th[scope=col]:nth-child(2){text-align:right}
    .c [style]{text-align:right;white-space:nowrap;padding-left:0;background:
    linear-gradient(var(--acc) 0 0) 0 .63rem/calc((100% - 4em)*var(--s)/100) .6em no-repeat,
    linear-gradient(var(--soft) 0 0) 0 .63rem/calc(100% - 4em) .6em no-repeat}
    .w{min-width:52rem}.w td small,.w th small{display:inline}
    .w th[scope=row]{width:26%}
    .w td:nth-child(3){white-space:nowrap}
    .w td:nth-child(4){width:14rem}.w th:nth-child(4){text-align:right}
    .w td:nth-child(5),.w th:nth-child(5){text-align:right;white-space:nowrap}
    .w td:nth-child(6){font-size:.78rem;overflow-wrap:anywhere}
    .w td:nth-child(6) a{color:var(--dim);text-decoration-color:var(--line)}
    .w [scope=rowgroup]{font:600 .95rem var(--serif);padding-top:1.1rem;
    border-bottom-color:var(--dim)}
    .none,#rank td.n{font-style:italic;color:var(--dim)}

    """

  /// Narrow screens: wide rows become blocks, the ranking scrolls beside its names.
  static let narrow: StaticString = """
    @media screen and (max-width:65.99rem){#rank th:nth-child(3){position:sticky;left:0;z-index:1;
    background:var(--bg);border-right:1px solid var(--line)}
    #rank tbody th{min-width:8.5rem;max-width:10rem}}
    @media screen and (max-width:48rem){.ind,.w{min-width:0}
    .ind,.ind tbody,.ind th,.ind td,.ind tr,.ind caption,.w,.w tbody{display:block}
    .ind thead,.w thead{position:absolute;left:-99rem}
    .ind tbody tr,.w tbody tr{border-bottom:1px solid var(--line);padding:.4rem 0}
    .ind tbody tr>*,.w tbody tr>*{width:auto!important;border:0;padding:.1rem 0;text-align:left}
    .ind td:nth-child(3)::before{content:"Weight "}
    .ind td:nth-child(4)::before{content:"Goalposts "}
    .ind td:nth-child(5)::before{content:"Countries "}.ind .posts small{display:inline}
    .ind .group th,.w [scope=rowgroup]{padding-top:1rem}
    .w tbody tr{display:grid;grid-template-columns:1fr auto;gap:0 1rem}
    .w tbody th,.w td.none,.w td[style]{grid-column:1/-1}.w tbody th{font-weight:600}
    .w tbody td[style]{text-align:right;background-position:0 .42rem}
    .w td:nth-child(5){grid-row:4;grid-column:2}.w td:nth-child(6){grid-row:4;grid-column:1}
    .w td:nth-child(5)::before{content:"Weight "}
    .c nav a:first-child{flex-basis:100%}}
    @media screen and (max-width:40rem){body{padding:0 1rem 2rem}.facts{gap:.8rem 2rem}
    .map circle{r:60px}.legend{gap:.2rem .8rem}}

    """

  /// Paper: the front part in light colours; of the countries only the one that is open.
  static let print: StaticString = """
    @media print{@page{size:A4;margin:13mm 12mm}
    :root{--bg:#fff;font-size:10.5px}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    body{max-width:none;padding:0}header.front{margin-top:0;padding-top:1rem}
    .skip,nav,.filters{display:none!important}
    a{color:inherit!important;text-decoration:none}
    .scroll{overflow:visible}.ind,.w{min-width:0}.ind{font-size:.76rem}
    .ind td small,.ind .mark{font-size:.72rem}
    thead{display:table-header-group}#rank thead th{position:static}
    #rank thead button{display:contents}
    tr,figure,footer h3,footer p{break-inside:avoid}h2,h3,caption,.group{break-after:avoid}
    .reading p{max-width:none}h2{margin-top:1.6rem}
    #indicators,#about{break-before:page}#withheld{break-inside:avoid}
    #rank tbody td:nth-child(n+5):not(:nth-last-child(-n+2)){width:4rem}
    #rank tbody td:nth-child(2){width:8rem}#rank tbody th{white-space:nowrap}
    #rank thead th{font-size:.7rem}.ind td:nth-child(2){width:13%}.ind td:nth-child(7){width:32%}
    .ind th,.ind td{padding:.2rem .3rem}
    #rank th,#rank td{padding-top:.14rem;padding-bottom:.14rem}
    #rank thead th{padding-top:.4rem;padding-bottom:.3rem}}
    """
}
