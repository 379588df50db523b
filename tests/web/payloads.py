"""Texts that run or load something where a page does not escape them."""

#: Payloads that stand in one value, so that one page of a list holds all of them.
TOGETHER = 16
_BREAKS = (
    "", '">', "'>", "</title>", "</textarea>", "</script>", "</style>", "-->", "]]>", "</svg>",
    '" ', "' ", "</a>", "</q></bdi>",
)  # fmt: skip
_RUNS = (
    "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=1>", "<svg><script>window.hit=1</script></svg>",
    "<body onload=window.hit=1>", "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<iframe src=javascript:parent.hit=1></iframe>", "<a href=javascript:window.hit=1>x</a>",
    "<details open ontoggle=window.hit=1>", "<video><source onerror=window.hit=1></video>",
    "<input autofocus onfocus=window.hit=1>", "<math><a xlink:href=javascript:window.hit=1>x</a>",
    "<style>@import 'http://192.0.2.1/x'</style>", "<link rel=stylesheet href=http://192.0.2.1/x>",
    "<base href=http://192.0.2.1/>", "<meta http-equiv=refresh content='0;url=http://192.0.2.1/'>",
    "<object data=http://192.0.2.1/x></object>", "<form action=http://192.0.2.1/><button>x</button>",
    "<template><img src=x onerror=window.hit=1></template>", "onmouseover=window.hit=1 x=",
    "autofocus onfocus=window.hit=1 x=", "javascript:window.hit=1", "{{ 7 * 7 }}{% raw %}",
)  # fmt: skip
_ALONE = (
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\u202e<script>window.hit=1</script>",
    "data:text/html,<script>parent.hit=1</script>", "%3Cscript%3Ewindow.hit=1%3C/script%3E",
    "&lt;script&gt;window.hit=1&lt;/script&gt;", "\ufeff<script>window.hit=1</script>",
)  # fmt: skip
PAYLOADS = [break_ + run for break_ in _BREAKS for run in _RUNS] + list(_ALONE)
VALUES = [" ".join(PAYLOADS[n : n + TOGETHER]) for n in range(0, len(PAYLOADS), TOGETHER)]

#: What of a loaded page is not ours: elements that run or load, handlers, addresses with a script.
FOREIGN = """() => {
  const own = (address) => !address || new URL(address, location).origin === location.origin;
  const all = [...document.querySelectorAll('*')];
  const found = all.flatMap((e) => {
    const bad = [...e.attributes].filter((a) => a.name.startsWith('on') || a.name === 'srcdoc'
      || (a.name === 'style') || /^\\s*(javascript|data):/i.test(a.value)
      && ['href', 'src', 'action', 'xlink:href', 'formaction'].includes(a.name));
    const runs = ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'VIDEO', 'MATH', 'TEMPLATE', 'IMG',
      'STYLE'].includes(e.tagName.toUpperCase());
    const ours = e.tagName === 'SCRIPT' && e.src.startsWith(location.origin + '/static/built/');
    const loads = e.tagName === 'LINK' && !own(e.href) || e.tagName === 'FORM' && !own(e.action);
    const turns = e.tagName === 'META' && e.httpEquiv;
    return bad.length || (runs && !ours) || loads || turns ? [e.outerHTML.slice(0, 200)] : [];
  });
  return [...found, ...(window.hit ? ['a payload ran'] : []), ...(window.violations || [])];
}"""
