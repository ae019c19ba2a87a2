// Tokens as others would make them, one line of JSON on the standard output: name → token. The job comes in on the standard input:
// { key: PEM of the issuer's private key, kid, issuer, audience, subject, now: seconds, listener: an address of ours that nobody may ask }.
import { createPublicKey, createPrivateKey } from "node:crypto";
import { CompactSign, SignJWT, UnsecuredJWT, exportJWK, exportSPKI, generateKeyPair } from "jose";

const job = JSON.parse(await new Response(process.stdin).text());
const own = createPrivateKey(job.key);
const ours = createPublicKey(own);
const { privateKey: strange, publicKey: strangePublic } = await generateKeyPair("ES256", { extractable: true });
const claims = { iss: job.issuer, aud: job.audience, sub: job.subject, iat: job.now, nbf: job.now, exp: job.now + 300 };
const header = { alg: "ES256", typ: "at+jwt", kid: job.kid };

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const minted = (changes = {}, head = {}, key = own) => new CompactSign(Buffer.from(JSON.stringify({ ...claims, ...changes }))).setProtectedHeader({ ...header, ...head }).sign(key);
const unsigned = (alg) => `${encode({ ...header, alg })}.${encode(claims)}.`;
const symmetric = (bytes) => new SignJWT(claims).setProtectedHeader({ ...header, alg: "HS256" }).sign(bytes);
const pem = (await exportSPKI(ours)).trim();
const aside = { kid: "theirs" };
const good = await minted();

console.log(JSON.stringify({
  good,
  "good, one of several audiences": await minted({ aud: ["another", job.audience] }),
  "alg none": unsigned("none"),
  "alg None": unsigned("None"),
  "alg nOnE": unsigned("nOnE"),
  "alg none by jose": new UnsecuredJWT(claims).encode(),
  "no signature": good.slice(0, good.lastIndexOf(".") + 1),
  "no third part": good.slice(0, good.lastIndexOf(".")),
  "HS256 keyed with our PEM": await symmetric(Buffer.from(pem)),
  "HS256 keyed with our PEM and a newline": await symmetric(Buffer.from(pem + "\n")),
  "HS256 keyed with our DER": await symmetric(ours.export({ type: "spki", format: "der" })),
  "another's key under our kid": await minted({}, {}, strange),
  "another's key without a kid": await minted({}, { kid: undefined }, strange),
  "kid of a file": await minted({}, { kid: "../../dev/null" }, strange),
  "kid of SQL": await minted({}, { kid: "' OR 1=1" }, strange),
  "kid of 10 kB": await minted({}, { kid: "k".repeat(10_000) }, strange),
  jku: await minted({}, { ...aside, jku: `${job.listener}jwks.json` }, strange),
  x5u: await minted({}, { ...aside, x5u: `${job.listener}key.pem` }, strange),
  jwk: await minted({}, { ...aside, jwk: await exportJWK(strangePublic) }, strange),
  "jwk and jku": await minted({}, { ...aside, jwk: await exportJWK(strangePublic), jku: `${job.listener}jwks.json` }, strange),
  "expired 61 s ago": await minted({ exp: job.now - 61, nbf: job.now - 300, iat: job.now - 300 }),
  "good in an hour": await minted({ nbf: job.now + 3600, exp: job.now + 7200 }),
  "without exp": await minted({ exp: undefined }),
  "another issuer": await minted({ iss: "https://evil.example/" }),
  "without issuer": await minted({ iss: undefined }),
  "another audience": await minted({ aud: "another" }),
  "audiences without us": await minted({ aud: ["another", "a third"] }),
  "without audience": await minted({ aud: undefined }),
  "typ JWT": await minted({}, { typ: "JWT" }),
  "without typ": await minted({}, { typ: undefined }),
  "an id token": await minted({ nonce: "n", at_hash: "x" }, { typ: "id_token+jwt" }),
  "a logout token": await minted({}, { typ: "logout+jwt" }),
  "another's claims under our signature": `${good.split(".")[0]}.${encode({ ...claims, sub: "another" })}.${good.split(".")[2]}`,
}));
