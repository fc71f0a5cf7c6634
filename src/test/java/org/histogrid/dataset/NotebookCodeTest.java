package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.histogrid.dataset.ImportSpec.Ids;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.dataset.ImportSpec.Samples;
import org.junit.jupiter.api.Test;

class NotebookCodeTest {

    @Test
    void mappingIsWrittenAsPython() {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("it's \"true\"", List.of("1", "true"));
        values.put("false", List.of("0"));
        var spec = new ImportSpec(
                "Größe",
                null,
                null,
                null,
                List.of(new Matrix(
                        "a.npy",
                        null,
                        null,
                        "mlp",
                        3,
                        null,
                        null,
                        null,
                        List.of("sample", "neuron"),
                        null,
                        null,
                        null)),
                new Samples(null, null, null, new Ids(null, null, null, true)),
                List.of(new Labels("l", "l.npy", null, null, null, values, null, null, null)));

        var code = NotebookCode.python("http://localhost:1", spec, List.of("a.npy", "l.npy"));

        assertThat(code)
                .contains("os.environ.get(\"HISTOGRID_URL\", \"http://localhost:1\")")
                .contains("os.environ[\"HISTOGRID_TOKEN\"]")
                .contains("files = [\"a.npy\", \"l.npy\"]")
                .contains("\"name\": \"Größe\"")
                .contains("\"fromNames\": True")
                .contains("\"axes\": [\"sample\", \"neuron\"]")
                .contains("\"it's \\\"true\\\"\": [\"1\", \"true\"]")
                .doesNotContain("null", "%%");
    }
}
