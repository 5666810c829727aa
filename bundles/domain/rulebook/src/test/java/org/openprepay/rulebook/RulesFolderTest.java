package org.openprepay.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("TAR-13")
class RulesFolderTest {
    @TempDir Path folder;
    private RulesFolder rules;

    @BeforeEach
    void watch() {
        rules = new RulesFolder(folder);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    @Test
    void aPackIsAnsweredOnceWhenTwoLooksSawTheSame() throws IOException {
        write("flat/rules.drl", "a");
        write("flat/examples/year.csv", "b");
        assertEquals(List.of(), rules.changed());
        PackFiles pack = PackFiles.of("flat", Map.of("rules.drl", "a", "examples/year.csv", "b"));
        assertEquals(List.of(pack), rules.changed());
        assertEquals(List.of(), rules.changed());
    }

    @Test
    void aHalfWrittenFileWaitsUntilItRests() throws IOException {
        write("flat/rules.drl", "rule \"A\"");
        rules.changed();
        write("flat/rules.drl", "rule \"A\" when");
        assertEquals(List.of(), rules.changed());
        write("flat/rules.drl", "rule \"A\" when then end");
        assertEquals(List.of(), rules.changed());
        assertEquals("rule \"A\" when then end", rules.changed().get(0).files().get("rules.drl"));
    }

    @Test
    void anEditBackBeforeItRestedIsNoChange() throws IOException {
        write("flat/rules.drl", "a");
        rules.changed();
        rules.changed();
        write("flat/rules.drl", "b");
        rules.changed();
        write("flat/rules.drl", "a");
        assertEquals(List.of(), rules.changed());
        assertEquals(List.of(), rules.changed());
    }

    @Test
    void aDeletedFileChangesThePackAndADeletedPackIsForgotten() throws IOException {
        write("flat/rules.drl", "a");
        write("flat/tax.drl", "b");
        rules.changed();
        rules.changed();
        Files.delete(folder.resolve("flat/tax.drl"));
        rules.changed();
        assertEquals(Map.of("rules.drl", "a"), rules.changed().get(0).files());
        Files.delete(folder.resolve("flat/rules.drl"));
        assertEquals(List.of(), rules.changed());
        Files.delete(folder.resolve("flat"));
        assertEquals(List.of(), rules.changed());
        assertEquals(List.of(), rules.problems());
    }

    @Test
    void whatCannotBeReadIsAProblemAndDelaysOnlyItsOwnPack() throws IOException {
        write("big/rules.drl", "x".repeat(PackFiles.MAX_BYTES + 1));
        write("Bad Name/rules.drl", "a");
        write("fine/rules.drl", "a");
        Files.createDirectories(folder.resolve("latin"));
        Files.write(folder.resolve("latin/prices.csv"), new byte[] {'a', (byte) 0xE9, 'b'});
        rules.changed();
        assertEquals(List.of("fine"), rules.changed().stream().map(PackFiles::name).toList());
        assertEquals(3, rules.problems().size());
        assertTrue(told("Bad Name", "is no pack's name"));
        assertTrue(told("big", "split it"));
        assertTrue(told("latin/prices.csv", "save it as UTF-8"));
    }

    private boolean told(String file, String words) {
        return rules.problems().stream()
                .anyMatch(each -> each.file().equals(file) && each.message().contains(words));
    }

    @Test
    void editorsOwnFilesAndLinksAreNotPartOfAPack() throws IOException {
        write("flat/rules.drl", "a");
        write("flat/.rules.drl.swp", "x");
        write("flat/rules.drl~", "x");
        write("secret.txt", "x");
        Files.createSymbolicLink(folder.resolve("flat/link.drl"), folder.resolve("secret.txt"));
        rules.changed();
        assertEquals(Map.of("rules.drl", "a"), rules.changed().get(0).files());
    }

    @Test
    void aMissingFolderIsAProblem() {
        RulesFolder none = new RulesFolder(folder.resolve("none"));
        assertEquals(List.of(), none.changed());
        assertEquals("none", none.problems().get(0).file());
    }
}
