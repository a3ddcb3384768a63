package com.modalitysystems.onboarding.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.EmailAddress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the letters about an onboarding. */
@Repository
public class WrittenLetters {

	private final JdbcClient jdbc;

	WrittenLetters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All of them, newest first. */
	public List<WrittenLetter> about(CustomerReference reference) {
		return this.jdbc.sql("select * from letter where reference = :reference order by id desc")
			.param("reference", reference.value())
			.query(WrittenLetters::read)
			.list();
	}

	private static WrittenLetter read(ResultSet row, int index) throws SQLException {
		Timestamp settled = row.getTimestamp("settled_at");
		return new WrittenLetter(LetterKind.valueOf(row.getString("kind")),
				Addressee.valueOf(row.getString("addressee")), new EmailAddress(row.getString("recipient")),
				LetterState.valueOf(row.getString("state")), row.getString("server_words"),
				row.getTimestamp("written_at").toInstant(), (settled != null) ? settled.toInstant() : null);
	}

}
