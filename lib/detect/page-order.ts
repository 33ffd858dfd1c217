/** The order in which a person meets two places of a page, shadow roots counted in at their hosts. */

/** Negative where `a` stands before `b`, positive where after, 0 for the same node. */
export function comparePlaces(a: Node, b: Node): number {
  if (a === b) return 0;
  const [rootA, rootB] = [a.getRootNode(), b.getRootNode()];
  if (rootA === rootB) return compareInTree(a, b);
  // Mostly each is in a component of its own, side by side.
  if (rootA instanceof ShadowRoot && rootB instanceof ShadowRoot) {
    const { host: hostA } = rootA;
    const { host: hostB } = rootB;
    if (hostA.getRootNode() === hostB.getRootNode()) return compareInTree(hostA, hostB);
  }
  const chainA = hostChain(a);
  const chainB = hostChain(b);
  // From the document inwards: the first pair of places that differ lie in one tree.
  for (let at = 1; at <= Math.min(chainA.length, chainB.length); at++) {
    const [inA, inB] = [chainA.at(-at), chainB.at(-at)];
    if (inA !== undefined && inB !== undefined && inA !== inB) return compareInTree(inA, inB);
  }
  // One is the host of the other's root: the host comes first.
  return chainA.length - chainB.length;
}

function compareInTree(a: Node, b: Node): number {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1;
}

/** The node itself, the host of its root, and so on to the host in the document. */
function hostChain(node: Node): Node[] {
  const chain = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    chain.push(root.host);
  }
  return chain;
}
