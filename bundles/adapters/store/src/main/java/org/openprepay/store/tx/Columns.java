package org.openprepay.store.tx;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.openprepay.api.Decimals;
import org.openprepay.api.Money;

/** The columns of the current row as the domain's values. */
public final class Columns {
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
    private final ResultSet row;

    Columns(ResultSet row) {
        this.row = row;
    }

    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    public Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    public int count(String column) throws SQLException {
        return row.getInt(column);
    }

    public boolean flag(String column) throws SQLException {
        return row.getInt(column) != 0;
    }

    public BigDecimal decimal(String column) throws SQLException {
        return Decimals.plain(row.getBigDecimal(column));
    }

    public Optional<BigDecimal> maybeDecimal(String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(Decimals::plain);
    }

    /** Columns {@code currency} and {@code amount}. */
    public Money money() throws SQLException {
        return new Money(row.getString("currency"), row.getBigDecimal("amount"));
    }

    public Instant instant(String column) throws SQLException {
        return instant(row.getLong(column));
    }

    public Optional<Instant> maybeInstant(String column) throws SQLException {
        long nanos = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(instant(nanos));
    }

    /** An instant of a column: nanoseconds since 1970. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    /** Nanoseconds since 1970, exact from 1678 to 2262; what lies beyond becomes the border. */
    public static long nanos(Instant instant) {
        BigInteger exact =
                BigInteger.valueOf(instant.getEpochSecond())
                        .multiply(BILLION)
                        .add(BigInteger.valueOf(instant.getNano()));
        return exact.bitLength() < Long.SIZE
                ? exact.longValue()
                : instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
