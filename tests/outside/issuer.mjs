// Another issuer: npm oidc-provider on the loopback address, for one test. Says { issuer } once it listens. The job on the standard input:
// { redirect: where the pages take their codes, clients: { id: secret } of programs }.
// A resource is urn:{audience}, or urn:{audience}:{typ} for tokens whose header says another type than at+jwt. The claim employee is the subject
// without the staff- that it may begin with.
// Whoever signs in is who the query of the login address says: there is no password, since the test is not about them.
import { createServer } from "node:http";
import { generateKeyPair, exportJWK } from "jose";
import Provider from "oidc-provider";

const job = JSON.parse(await new Response(process.stdin).text());
const { privateKey } = await generateKeyPair("ES256", { extractable: true });

const employee = (subject) => subject.replace(/^staff-/, "");
const server = createServer();
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "ES256", use: "sig", kid: "one" }] },
  clients: [
    { client_id: "pages", client_secret: "pages-secret", redirect_uris: [job.redirect], grant_types: ["authorization_code"], response_types: ["code"], id_token_signed_response_alg: "ES256" },
    ...Object.entries(job.clients).map(([client_id, client_secret]) => ({
      client_id, client_secret, redirect_uris: [], response_types: [], grant_types: ["client_credentials"], token_endpoint_auth_method: "client_secret_post", id_token_signed_response_alg: "ES256",
    })),
  ],
  cookies: { keys: ["of this run alone"] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, employee: employee(id) }) }),
  claims: { openid: ["sub", "employee"] },
  conformIdTokenClaims: false, // the pages ask for no userinfo
  interactions: { url: (_, interaction) => `/as/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => undefined,
      getResourceServerInfo: (_, resource) => ({ scope: "", audience: resource.split(":")[1], accessTokenFormat: "jwt", accessTokenTTL: 300, jwt: { sign: { alg: "ES256" } } }),
    },
  },
  extraTokenClaims: (_, token) => ({ employee: employee(token.clientId) }),
  formats: {
    customizers: {
      jwt: (_, token, jwt) => {
        const [, , typ] = token.resourceServer.identifier().split(":");
        if (typ) jwt.header = { ...jwt.header, typ };
      },
    },
  },
});

// GET /as/{interaction}?sub=… signs in as that subject and consents to what the client asks.
server.on("request", async (request, response) => {
  const url = new URL(request.url, issuer);
  if (!url.pathname.startsWith("/as/")) return provider.callback()(request, response);

  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") return provider.interactionFinished(request, response, { login: { accountId: url.searchParams.get("sub") } });

  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope("openid");
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
});
console.log(JSON.stringify({ issuer }));
