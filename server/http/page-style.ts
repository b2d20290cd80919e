/** How the server's own pages look. The accent is put after it, in the brand's colour. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b2420;--muted:#5f6a65;--line:#d9dedb;--control:#838e89;--surface:#fff;--soft:#f3f5f4;--accent:#1f6f54;--accent-ink:#fff;--bad:#a3221b;--good:#1f6f54}
@media (prefers-color-scheme:dark){:root{--ink:#eef3f0;--muted:#a3b0aa;--line:#333d38;--control:#76847e;--surface:#161d1a;--soft:#0f1513;--accent:#5cc39d;--accent-ink:#0c1511;--bad:#ff9d94;--good:#5cc39d}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--soft);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{width:100%;max-width:440px;background:var(--surface);border:1px solid var(--line);border-radius:18px;padding:32px 28px}
main.wide{max-width:600px;padding:0;background:none;border:0}
.wide>header{padding:8px 4px 20px}
section{margin:0 0 16px;padding:24px 28px;background:var(--surface);border:1px solid var(--line);border-radius:18px}
.brand{display:flex;align-items:center;gap:10px;margin:0 0 20px;color:var(--muted);font-size:15px;font-weight:600}
.brand::before{content:"";width:20px;height:20px;border-radius:7px 7px 7px 2px;background:var(--accent)}
h1{margin:0 0 8px;font-size:22px;line-height:1.25;letter-spacing:-.01em;text-wrap:balance}
h2{margin:0 0 4px;font-size:17px;line-height:1.35}
p{margin:0 0 16px;color:var(--muted)}
main>:last-child{margin-bottom:0}
h2+p{font-size:15px}
label,legend{display:block;margin:16px 0 6px;padding:0;font-weight:600;font-size:15px}
fieldset{margin:0;padding:0;border:0;min-width:0}
input{width:100%;min-height:46px;padding:10px 14px;border:1px solid var(--control);border-radius:12px;background:var(--surface);color:var(--ink);font:inherit}
input[type=file]{padding:9px 12px;font-size:15px;color:var(--muted)}
input[type=file]::file-selector-button{margin-right:12px;padding:4px 12px;border:1.5px solid var(--line);border-radius:8px;background:none;color:var(--ink);font:inherit;font-weight:600;cursor:pointer}
input[type=checkbox]{flex:none;width:22px;min-height:22px;height:22px;margin:1px 0 0;padding:0;accent-color:var(--accent)}
.check{display:flex;gap:12px;align-items:flex-start;font-weight:400}
.code input{font-size:20px;letter-spacing:.12em;font-variant-numeric:tabular-nums}
input:focus-visible,button:focus-visible,a:focus-visible,summary:focus-visible,.rules:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
small{display:block;margin-top:6px;color:var(--muted);font-size:13px}
a{color:inherit}
button,.button{display:flex;justify-content:center;align-items:center;width:100%;min-height:48px;margin-top:24px;padding:10px 16px;border:0;border-radius:12px;background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:650;text-decoration:none;cursor:pointer}
button.quiet,.button.quiet{margin-top:12px;background:none;color:var(--ink);border:1.5px solid var(--line)}
button.small{width:auto;min-height:40px;margin:0;padding:6px 14px;border-radius:10px;font-size:15px}
button.danger{color:var(--bad)}
.error,.notice{margin:0 0 16px;padding:10px 14px;border-radius:12px;border:1px solid currentColor;color:var(--bad)}
.notice{color:var(--good);background:var(--surface)}
.rules{max-height:220px;overflow:auto;margin:0;padding:12px 16px;border:1px solid var(--line);border-radius:12px;background:var(--soft);font-size:15px;white-space:pre-line;overflow-wrap:anywhere}
.picture{display:flex;gap:16px;align-items:center;margin-bottom:16px}
.picture .button{width:auto;min-height:40px;margin:0;padding:6px 14px;border-radius:10px;font-size:15px;display:inline-flex}
.picture h1{margin:0}
.out-of-sight{position:absolute;width:1px;min-height:0;height:1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
.out-of-sight:focus-visible+label{outline:3px solid var(--ink);outline-offset:2px}
h2.brand{margin:0 0 4px;color:var(--ink);font-size:17px}
.picture>:last-child{flex:1;min-width:0}
.avatar{flex:none;display:grid;place-items:center;width:64px;height:64px;border-radius:50%;background:var(--soft);border:1px solid var(--line);color:var(--muted);font-weight:700;font-size:20px;object-fit:cover;overflow:hidden}
.list{list-style:none;margin:0;padding:0}
.list>li{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;justify-content:space-between;padding:14px 0;border-top:1px solid var(--line)}
.list>li>div:first-child{flex:1 1 200px;min-width:0;overflow-wrap:anywhere}
.list strong{font-weight:600}
.acts{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
.tag{display:inline-block;margin-left:6px;padding:0 8px;border:1px solid var(--line);border-radius:9px;font-size:13px;font-weight:600;color:var(--muted)}
.row{display:flex;flex-wrap:wrap;gap:8px;align-items:flex-end}
.row>input,.row>div{flex:1 1 180px;min-width:0}
.row>button.small{flex:none;min-height:46px}
summary{display:inline-flex;align-items:center;min-height:40px;padding:6px 14px;border:1.5px solid var(--line);border-radius:10px;font-size:15px;font-weight:650;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
details[open]{flex:1 1 100%}
details[open]>summary{margin-bottom:8px}
.qr{display:block;width:200px;max-width:100%;margin:0 0 16px;padding:10px;border-radius:12px;background:#fff}
.qr svg{display:block;width:100%;height:auto}
.secret,.codes{margin:0 0 16px;padding:12px 16px;border-radius:12px;background:var(--soft);color:var(--ink);font:15px/1.7 ui-monospace,SFMono-Regular,Consolas,monospace;overflow-wrap:anywhere;user-select:all}
.codes{columns:2 190px;list-style:none}
.or{display:flex;gap:12px;align-items:center;margin:20px 0 8px;color:var(--muted);font-size:14px}
.or::before,.or::after{content:"";flex:1;height:1px;background:var(--line)}
footer{padding:4px;color:var(--muted);font-size:14px}
@media (max-width:480px){section{padding:20px 18px}main{padding:28px 20px}}
`;
