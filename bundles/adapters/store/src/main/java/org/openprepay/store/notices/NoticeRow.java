package org.openprepay.store.notices;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.openprepay.api.AccountId;
import org.openprepay.notices.Notice;
import org.openprepay.store.tx.Columns;

/** A notice's row. */
@Entity
@Table(name = "notice")
class NoticeRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private long id;

    @Column(name = "account")
    private String account = "";

    @Column(name = "topic")
    private String topic = "";

    @Column(name = "crossing")
    private String crossing = "";

    @Column(name = "content")
    private String content = "";

    @Column(name = "occurred")
    private long occurred;

    @Column(name = "state")
    private String state = "";

    @Column(name = "delivered")
    private @Nullable Long delivered;

    @Column(name = "detail")
    private String detail = "";

    protected NoticeRow() {}

    NoticeRow(Notice notice) {
        account = notice.account().value();
        topic = notice.topic();
        crossing = notice.crossing();
        content = notice.text();
        occurred = Columns.nanos(notice.at());
        state = notice.state().name();
        delivered = notice.deliveredAt().map(Columns::nanos).orElse(null);
        detail = notice.detail();
    }

    Notice notice() {
        return new Notice(
                id,
                new AccountId(account),
                topic,
                crossing,
                content,
                Columns.instant(occurred),
                Notice.State.valueOf(state),
                Optional.ofNullable(delivered).map(Columns::instant),
                detail);
    }
}
