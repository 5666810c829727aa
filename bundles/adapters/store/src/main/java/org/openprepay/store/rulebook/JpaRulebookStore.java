package org.openprepay.store.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openprepay.rulebook.PackFiles;
import org.openprepay.rulebook.PackVersion;
import org.openprepay.rulebook.RulebookStore;
import org.openprepay.store.tx.JpaTransactions;
import org.openprepay.store.tx.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions and files of packs as entities; a content is kept once, whatever versions use it. */
@Component
public final class JpaRulebookStore implements RulebookStore {
    private final JpaTransactions transactions;
    private final Sql sql;

    @Activate
    public JpaRulebookStore(@Reference JpaTransactions transactions, @Reference Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public void add(PackVersion version, PackFiles content) {
        transactions.write(
                em -> {
                    em.persist(new VersionRow(version));
                    content.files()
                            .forEach(
                                    (path, text) ->
                                            em.merge(
                                                    new FileRow(
                                                            version.digest(),
                                                            content.name(),
                                                            path,
                                                            text)));
                });
    }

    @Override
    public void lock(String pack) {
        sql.update(
                "insert into pack (name) values (?) on duplicate key update name = values(name)",
                pack);
        sql.one(
                "select name from pack where name = ? for update",
                columns -> columns.text("name"),
                pack);
    }

    @Override
    public List<PackVersion> versions(String pack) {
        return transactions
                .jpa(
                        em ->
                                em.createQuery(
                                                "select v from VersionRow v where v.pack = :pack"
                                                        + " order by v.ordinal",
                                                VersionRow.class)
                                        .setParameter("pack", pack)
                                        .getResultList())
                .stream()
                .map(VersionRow::version)
                .toList();
    }

    @Override
    public List<PackVersion> all() {
        return transactions
                .jpa(
                        em ->
                                em.createQuery(
                                                "select v from VersionRow v"
                                                        + " order by v.pack, v.ordinal",
                                                VersionRow.class)
                                        .getResultList())
                .stream()
                .map(VersionRow::version)
                .toList();
    }

    @Override
    public Optional<PackFiles> content(String digest) {
        List<FileRow> files =
                transactions.jpa(
                        em ->
                                em.createQuery(
                                                "select f from FileRow f where f.digest = :digest",
                                                FileRow.class)
                                        .setParameter("digest", digest)
                                        .getResultList());
        return files.stream()
                .findFirst()
                .map(
                        first ->
                                PackFiles.of(
                                        first.pack(),
                                        files.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                FileRow::path, FileRow::content))));
    }
}
