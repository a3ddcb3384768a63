package com.modalitysystems.onboarding.staff;

import java.net.http.HttpResponse;
import java.util.Set;

import com.modalitysystems.onboarding.HouseTest;
import com.modalitysystems.onboarding.notices.DigestChoice;
import com.modalitysystems.onboarding.notices.NoticeBoard;
import com.modalitysystems.onboarding.notices.Rhythm;
import com.modalitysystems.onboarding.notices.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class NoticesPageTests {

	@Autowired
	private NoticeBoard board;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private Visitor staff;

	@BeforeEach
	void somebodyOfTheStaff() {
		this.staff = new Visitor(this.port).signIn("staff");
	}

	@AfterEach
	void nobodyWantsAnything() {
		this.jdbc.sql("delete from digest").update();
	}

	@Test
	void everybodyChoosesForThemselves() {
		assertThat(this.staff.page("/notices").body()).contains("It goes to staff@videosrv.net.").doesNotContain("??");
		HttpResponse<String> answer = this.staff.fillIn("/notices", "rhythm=daily&topic=tasks&topic=trouble");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(this.staff.page("/notices?note=saved").body()).contains("Saved.");
		assertThat(this.board.choiceOf("staff"))
			.isEqualTo(new DigestChoice(Rhythm.daily, Set.of(Topic.tasks, Topic.trouble)));
		assertThat(this.board.choiceOf("manager")).isEqualTo(DigestChoice.NONE);
	}

	@Test
	void aLetterAboutNothingIsRefused() {
		HttpResponse<String> answer = this.staff.fillIn("/notices", "rhythm=hourly");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("Choose at least one thing");
		assertThat(this.board.choiceOf("staff")).isEqualTo(DigestChoice.NONE);
	}

	@Test
	void webhooksAreShownByNameAndHost() {
		assertThat(this.staff.page("/notices").body()).contains(">crm<", ">localhost<").doesNotContain("whsec_");
	}

	@Test
	void whatIsUnknownIsNotFound() {
		assertThat(this.staff.press("/notices/nobody/again").statusCode()).isEqualTo(404);
		assertThat(this.staff.fillIn("/notices/crm/replay", "since=tomorrow").statusCode()).isEqualTo(400);
	}

	@Test
	void managersChooseButDoNotTellOthersAgain() {
		Visitor manager = new Visitor(this.port).signIn("manager");
		assertThat(manager.page("/notices").body()).contains("manager@videosrv.net")
			.doesNotContain("/notices/crm/again");
		assertThat(manager.press("/notices/crm/again").statusCode()).isEqualTo(403);
		assertThat(manager.fillIn("/notices", "rhythm=daily&topic=live").statusCode()).isEqualTo(302);
	}

}
