package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    private Path folder;

    @Test
    void onlyWhatIsUnfinishedIsRemoved() throws IOException {
        Files.writeString(folder.resolve("file-0.numbers"), "whole");
        Files.writeString(folder.resolve("file-0.numbers.123.part"), "cut off");
        Files.createDirectories(folder.resolve("child-456/tmp"));
        Files.writeString(folder.resolve("child-456/tmp/0"), "cut off");

        Workspace.in(folder).removeUnfinished();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("file-0.numbers"));
        }
    }

    @Test
    void nothingIsThereToRemoveBeforeTheFirstFile() {
        Workspace.in(folder.resolve("none")).removeUnfinished();

        assertThat(folder.resolve("none")).doesNotExist();
    }
}
