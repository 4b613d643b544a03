export interface Snippet {
  id: string
  label: string
  steps: { caption: string; code: string }[]
  note?: string
}

/** What the snippet queues until posthog-js has loaded; the rest of its API is there afterwards. */
const queued =
  'capture identify alias reset register register_once unregister group set_config opt_in_capturing ' +
  'opt_out_capturing captureException setPersonProperties onFeatureFlags onSessionId reloadFeatureFlags'

const html = (host: string, token: string) => `<script>
  !(function (w, d) {
    var p = (w.posthog = w.posthog || []);
    if (p.__SV) return;
    p.__SV = 1; p._i = []; p.people = [];
    "${queued}".split(" ").forEach(function (m) {
      p[m] = function () { p.push([m].concat([].slice.call(arguments))); };
    });
    p.init = function (token, config, name) {
      p._i.push([token, config, name]);
      var s = d.createElement("script");
      s.async = true; s.crossOrigin = "anonymous";
      s.src = config.api_host + "/static/array.js";
      d.head.appendChild(s);
    };
  })(window, document);
  posthog.init("${token}", { api_host: "${host}", person_profiles: "identified_only" });
</script>`

const web = (host: string, token: string) => `import posthog from 'posthog-js'

posthog.init('${token}', {
  api_host: '${host}',
  person_profiles: 'identified_only',
})

posthog.capture('hello tenrec')`

const node = (host: string, token: string) => `import { PostHog } from 'posthog-node'

const posthog = new PostHog('${token}', { host: '${host}' })

posthog.capture({
  distinctId: 'user-1',
  event: 'hello tenrec',
  properties: { from: 'node' },
})
await posthog.shutdown()`

const java = (host: string, token: string) => `import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;

PostHogConfig config = PostHogConfig.builder("${token}").host("${host}").build();
PostHogInterface posthog = PostHog.with(config);

posthog.capture(
    "user-1",
    "hello tenrec",
    PostHogCaptureOptions.builder().property("from", "java").build());
posthog.flush();
posthog.close();`

const maven = `<dependency>
  <groupId>com.posthog</groupId>
  <artifactId>posthog-server</artifactId>
  <version>2.3.3</version>
</dependency>`

const curl = (host: string, token: string) => `curl ${host}/i/v0/e/ \\
  -H 'Content-Type: application/json' \\
  -d '{
    "api_key": "${token}",
    "event": "hello tenrec",
    "distinct_id": "user-1",
    "properties": { "from": "curl" }
  }'`

/** How to send the first event, ready to paste for this server and this project. */
export function snippets(host: string, token: string): Snippet[] {
  return [
    {
      id: 'html',
      label: 'Web page',
      steps: [{ caption: 'In the <head> of every page', code: html(host, token) }],
      note: 'It loads posthog-js from this server. Page views, clicks and inputs are captured from then on.',
    },
    {
      id: 'web',
      label: 'JavaScript app',
      steps: [
        { caption: 'Terminal', code: 'npm install posthog-js' },
        { caption: 'Where the app starts', code: web(host, token) },
      ],
    },
    {
      id: 'node',
      label: 'Node.js',
      steps: [
        { caption: 'Terminal', code: 'npm install posthog-node' },
        { caption: 'server.mjs', code: node(host, token) },
      ],
    },
    {
      id: 'java',
      label: 'Java',
      steps: [
        { caption: 'pom.xml', code: maven },
        { caption: 'Java', code: java(host, token) },
      ],
    },
    {
      id: 'curl',
      label: 'curl',
      steps: [{ caption: 'Terminal', code: curl(host, token) }],
      note: 'The answer is {"status":"Ok"}; the event is in queries a few seconds later.',
    },
  ]
}
