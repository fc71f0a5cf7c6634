package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Python that pushes the same files under the same mapping, for somebody to paste into a notebook. It needs requests
/// and nothing else, reads its token from the environment, and waits until the dataset is there.
public final class NotebookCode {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_NAMED = 50;

    private static final String CODE = """
            import contextlib, json, os, time
            import requests

            SERVER = os.environ.get("HISTOGRID_URL", %s)
            TOKEN = os.environ["HISTOGRID_TOKEN"]  # made on the Account page

            # Write the files first, for example from tensors of shape (samples, neurons):
            # numpy.save("acts.npy", torch.stack(activations).float().cpu().numpy())
            files = %s

            spec = %s

            session = requests.Session()
            session.headers["Authorization"] = "Bearer " + TOKEN

            def checked(answer):
                if not answer.ok:
                    raise SystemExit("%%s %%s" %% (answer.status_code, answer.text))
                return answer.json()

            with contextlib.ExitStack() as opened:
                parts = [("spec", (None, json.dumps(spec), "application/json"))]
                parts += [("file", (os.path.basename(name), opened.enter_context(open(name, "rb")))) for name in files]
                run = checked(session.post(SERVER + "/api/v1/imports", files=parts))

            while run["state"] in ("QUEUED", "RUNNING"):
                time.sleep(1)
                run = checked(session.get(SERVER + "/api/v1/imports/" + run["id"]))

            if run["state"] != "SUCCEEDED":
                raise SystemExit((run.get("problem") or {}).get("detail") or run["state"])
            print(SERVER + "/datasets/" + run["datasetId"])
            """;

    private NotebookCode() {}

    /// @param server where the application is, as `http://127.0.0.1:8080`
    /// @param spec the mapping of the files
    /// @param files their names, as they lie beside the notebook
    public static String python(String server, ImportSpec spec, List<String> files) {
        return CODE.formatted(
                JSON.writeValueAsString(server),
                names(files),
                literal(JSON.valueToTree(spec), "").strip());
    }

    private static String names(List<String> files) {
        return files.size() <= MOST_NAMED
                ? literal(JSON.valueToTree(files), "")
                : "sorted(os.listdir(\"activations\"))  # %d files; put their folder here".formatted(files.size());
    }

    /// Texts of JSON are texts of Python; the three words are not.
    private static String literal(JsonNode node, String indent) {
        if (node.isObject()) {
            var lines = new ArrayList<String>();
            node.propertyStream()
                    .filter(entry -> !entry.getValue().isString()
                            || !entry.getValue().asString().isBlank())
                    .forEach(entry -> lines.add("%s    %s: %s"
                            .formatted(
                                    indent,
                                    JSON.writeValueAsString(entry.getKey()),
                                    literal(entry.getValue(), indent + "    "))));
            return lines.isEmpty() ? "{}" : "{\n" + String.join(",\n", lines) + "\n" + indent + "}";
        }
        if (node.isArray()) {
            var items = StreamSupport.stream(node.spliterator(), false)
                    .map(item -> literal(item, indent + "    "))
                    .toList();
            return items.stream().anyMatch(item -> item.contains("\n"))
                    ? "[\n%s    ".formatted(indent) + String.join(",\n    " + indent, items) + "\n%s]".formatted(indent)
                    : "[" + String.join(", ", items) + "]";
        }
        if (node.isNull()) {
            return "None";
        }
        return node.isBoolean() ? (node.asBoolean() ? "True" : "False") : node.toString();
    }
}
