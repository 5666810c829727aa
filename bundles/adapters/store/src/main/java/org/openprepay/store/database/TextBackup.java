package org.openprepay.store.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.openprepay.api.Backup;
import org.openprepay.api.Outcome;
import org.openprepay.api.Transactions.StoreUnavailable;

/** A zip with the schema's version and one text file a table, read in one snapshot. */
final class TextBackup implements Backup {
    private static final String SCHEMA = "schema";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'.'SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Database database;
    private final InstantSource wall;

    TextBackup(Database database, InstantSource wall) {
        this.database = database;
        this.wall = wall;
    }

    @Override
    public Path backup(Path folder) {
        Path file = folder.resolve("openprepay-" + STAMP.format(wall.instant()) + ".zip");
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Connection owner = database.owner()) {
            Files.createDirectories(folder);
            owner.setAutoCommit(false);
            database.dialect().holdSnapshot(owner);
            try (var zip = new ZipOutputStream(Files.newOutputStream(OwnerOnly.create(part)))) {
                write(zip, new TableText(owner));
            }
            owner.rollback();
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the backup " + file, e);
        } catch (SQLException e) {
            throw new StoreUnavailable("the backup failed: " + e.getMessage(), e);
        }
    }

    private static void write(ZipOutputStream zip, TableText tables)
            throws IOException, SQLException {
        Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(SCHEMA));
        out.write(tables.schema());
        out.flush();
        for (String table : Tables.ALL) {
            zip.putNextEntry(new ZipEntry(table));
            tables.write(table, out);
            out.flush();
        }
    }

    @Override
    public Outcome<Long> restore(Path file) {
        try (var zip = new ZipFile(file.toFile());
                Connection owner = database.owner()) {
            owner.setAutoCommit(false);
            Outcome<Long> outcome = restored(zip, new TableText(owner));
            if (outcome.isAccepted()) {
                owner.commit();
            } else {
                owner.rollback();
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the backup " + file, e);
        } catch (SQLException e) {
            throw new StoreUnavailable("nothing was restored: " + e.getMessage(), e);
        }
    }

    private static Outcome<Long> restored(ZipFile zip, TableText tables)
            throws IOException, SQLException {
        if (tables.count("journal_entry") > 0) {
            return Outcome.refused(
                    "NOT_EMPTY",
                    "the journal holds entries, which are never removed; restore into an empty"
                            + " database");
        }
        String schema = text(zip, SCHEMA).map(TextBackup::line).orElse("none");
        if (!schema.equals(tables.schema())) {
            return Outcome.refused(
                    "OTHER_SCHEMA",
                    "the copy has the schema " + schema + ", this server " + tables.schema());
        }
        long rows = 0;
        for (String table : Tables.ALL) {
            try (BufferedReader in = text(zip, table).orElseThrow(() -> missing(table))) {
                rows += tables.replace(table, in);
            }
        }
        return tables.balanced()
                ? Outcome.accepted(rows)
                : Outcome.refused("OUT_OF_BALANCE", "the copy's postings don't add up to zero");
    }

    private static IOException missing(String table) {
        return new IOException("the copy has no table " + table);
    }

    private static String line(BufferedReader reader) {
        try (reader) {
            return String.valueOf(reader.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<BufferedReader> text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null
                ? Optional.empty()
                : Optional.of(
                        new BufferedReader(
                                new InputStreamReader(
                                        zip.getInputStream(entry), StandardCharsets.UTF_8)));
    }
}
