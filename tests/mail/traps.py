"""Letters that mislead, invented: a number of the list of traps, what it must be, and what it may never be."""

from __future__ import annotations

from dataclasses import dataclass

NO, YES, NEITHER = "no", "yes", "neither"
R, O, I, A, OTHER, UNSURE = "rejection", "offer", "interview_invitation", "acknowledgement", "other", "unsure"  # noqa: E741
ST, INF, TEST, CH, PC, OW = (
    "status_update",
    "information_request",
    "assessment",
    "interview_change",
    "position_closed",
    "offer_withdrawn",
)
FB, POOL, MINE, CALL, ALERT = "feedback", "talent_pool", "withdrawn_by_me", "recruiter_outreach", "job_alert"


@dataclass(frozen=True)
class Trap:
    """`truth` is the news for the person; `kinds` are the kinds that are right."""

    number: str
    truth: str
    kinds: tuple[str, ...]
    text: str
    subject: str = "Your application"
    sender: str = "Talent Team <talent@fernhill.example>"
    turn: str = ""  # how the kind is meant, when that can be said
    also: tuple[str, ...] = ()  # the second thing it says


TRAPS = (
    Trap("1", NO, (R,), "Thank you for interviewing for the Buyer position. We went with another candidate. We would like to offer you feedback by phone if that helps."),
    Trap("2", NO, (R,), "Thank you for coming in. We are unable to offer you the position of Store Lead."),
    Trap("3", NO, (R,), "After the last round we have extended an offer to another candidate for the planner role."),
    Trap("4", NO, (R,), "Having compared all finalists, we will not be sending an offer letter."),
    Trap("5", YES, (O,), "We are delighted to offer you the position of Ward Nurse. Unfortunately we cannot match the bonus you asked for. Please find attached your offer letter.", "Offer of employment"),
    Trap("6", YES, (O, ST, UNSURE), "Your contract is signed and we look forward to having you. I regret to inform you that the start date slips by a week. Your start date will be 9 June.", "Start date"),
    Trap("7", YES, (O,), "We are pleased to offer you the role of Caseworker. This offer is conditional on references. If your checks are not successful, we may withdraw the offer.", "Conditional offer"),
    Trap("8", NO, (R,), "We have decided not to move forward with you for the Senior Analyst role. However, we would like to offer you the position of Analyst.", also=(O,)),
    Trap("9", NEITHER, (A,), "Thank you for applying to Fernhill. We have received your application and will review it. If you are not selected for an interview, please watch our careers page for other openings."),
    Trap("10", NEITHER, (A,), "We have received your application for Bookkeeper. Unfortunately, scammers pose as our recruiters; we never ask for money during the application process."),
    Trap("11", NEITHER, (A,), "Thank you for your application. Our process has three steps: a phone call with a recruiter, a take-home exercise, and a final interview with the team. We will review your application this week."),
    Trap("12", NEITHER, (A,), "Thanks for applying! Our recruiting team will review your resume and we will be in touch regarding next steps in the interview process."),
    Trap("13", NEITHER, (A,), "Thank you for your interest in Fernhill. If there is a match, we will schedule a call with you."),
    Trap("14", NEITHER, (A,), "We received your application for Courier. If you hear nothing within six weeks, please consider your application unsuccessful."),
    Trap("15", NO, (R,), "We read your application with care. We have chosen to progress other candidates whose experience is closer to this role.", "Thank you for applying to Fernhill"),
    Trap("16", NEITHER, (A,), "We have received your application for Lab Technician and our team will review it.", "Update"),
    Trap("17", NO, (R,), "The panel met on Friday. The job went to somebody who has run a kitchen of this size before. I enjoyed our talk about your interview dishes."),
    Trap("18", NO, (R,), "The whole team loved your energy in the interview, and your portfolio is lovely. For this role, though, we'll stop here."),
    Trap("19", NEITHER, (ST,), "A short word on your interview: we have not decided against you, the panel simply needs another week.", "Your interview"),
    Trap("20", NEITHER, (ST,), "We have not yet selected candidates for interview. There is a delay on our side with the hiring process, thank you for your patience."),
    Trap("21", NEITHER, (O, ST, UNSURE), "Thank you for your counter-proposal on the job offer. We are unable to offer you a higher base salary, the offer stands as it is.", "Your offer"),
    Trap("22", NEITHER, (OTHER, UNSURE), "Dear all, the Q3 expansion will not be moving forward. Other projects continue as planned.", "Company update"),
    Trap("23", NEITHER, (OTHER, UNSURE), "Dear colleagues, we regret to inform you that 40 employees will be laid off this month.", "An update from our CEO"),
    Trap("24", NEITHER, (CH,), "Unfortunately our interviewer is ill and we need to reschedule your interview. Would Thursday at 2pm work?", "Your interview", turn="moved"),
    Trap("25", NO, (PC,), "We have to cancel your interview on Monday, as the position has been filled.", "Interview cancelled", turn="filled"),
    Trap("26", NEITHER, (CH, I), "Your interview was cancelled by mistake, sorry. Your interview is scheduled for Tuesday 8 April 2025 at 10:00.", "Your interview"),
    Trap("27", NEITHER, (ST,), "Thank you for interviewing with us yesterday. The team is still meeting candidates and we will be in touch.", "Thank you"),
    Trap("28", NO, (R,), "Thank you for interviewing with us. We will not be taking your candidacy further.", "Thank you for interviewing"),
    Trap("29", NEITHER, (OTHER,), "How was your interview experience? Please take a short survey, it needs two minutes.", "Your feedback matters"),
    Trap("30", YES, (I,), "Hi, please use my calendar link to book a time slot that suits you for the phone screen: calendly.com/ada/30min", "Next steps"),
    Trap("31", YES, (TEST, I), "Please complete your one-way video interview within five days. Use the link below to record your answers.", "Video interview", turn="video"),
    Trap("32", NEITHER, (TEST,), "Two days left to finish your coding challenge for the developer position.", "Reminder", turn="reminder"),
    Trap("33", NO, (R,), "Thanks for the work you put into the coding challenge. We won't be moving ahead to the next round with your application."),
    Trap("34", NO, (PC,), "I wanted to let you know that the position has now been filled. Thank you for your application.", turn="filled"),
    Trap("35", NEITHER, (PC,), "The Site Manager role you applied for is on hold until further notice.", turn="on_hold"),
    Trap("36", NEITHER, (PC, ST), "Due to a hiring freeze, recruitment for this position is paused. We will keep your application."),
    Trap("37", NEITHER, (OTHER,), "Our office will be closed for the holidays from 23 December. We wish you a happy new year.", "Holiday closure"),
    Trap("38", NO, (OW,), "We are sorry to tell you that we have to withdraw our offer of employment.", "Your offer", turn="withdrawn"),
    Trap("39", NO, (OW,), "As we did not hear from you, our offer for the Designer role has expired.", "Your offer", turn="expired"),
    Trap("40", NEITHER, (MINE,), "We are sorry that you declined our offer for the Designer position. We wish you success in your career.", "Your decision"),
    Trap("41", NEITHER, (MINE,), "This confirms that you have withdrawn your application for Designer.", "Application withdrawn"),
    Trap("42", NEITHER, (ST, R), "You did well in the interview. Someone else is our first choice for the position, but you are on our reserve list as our second choice."),
    Trap("43", NEITHER, (INF,), "You started an application for the Planner job, but it is incomplete. Finish your application before Sunday.", "Your application is incomplete"),
    Trap("44", NEITHER, (INF,), "To continue with your application, please send us two references and a copy of your certificates."),
    Trap("45", NO, (R,), "For the Architect role we have decided not to move forward with your application. For the Engineer role, we would like to invite you to an interview next week.", also=(I,)),
    Trap("46", NEITHER, (ST,), "Good to write to you again: the position you applied for has been re-opened. Are you still interested?", turn="reopened"),
    Trap("47", NO, (R,), "I heard back from my client about your interview. They have decided to pass on your application, they went with someone local.", "Feedback from the client", "Jo Marsh <jo@brightline-staffing.example>"),
    Trap("48", YES, (O,), "Great news, my client would like to offer you the position of Quantity Surveyor!", "News", "Jo Marsh <jo@brightline-staffing.example>"),
    Trap("49", NEITHER, (CALL,), "I came across your profile and think you would be a great fit for a role with my client. Would you be open to a quick call this week?", "Opportunity", "Jo Marsh <jo@brightline-staffing.example>"),
    Trap("50", NO, (R,), "Unfortunately, we will not be progressing your application. We would love to keep you in our talent pool for future roles."),
    Trap("51", NEITHER, (POOL,), "Your profile in our talent community will be deleted in 30 days unless you renew it.", "Your profile", turn="deletion"),
    Trap("52", NEITHER, (ALERT,), "12 new jobs for you in Leeds. Nurse: flexible availability, interview this week. View job. Manage alerts.", "Job alert", "Job alerts <jobalerts-noreply@linkedin.com>"),
    Trap("53", NO, (R,), "We decided not to move forward with your application for Clerk at Fernhill. Here are similar jobs: Office Clerk, Payroll Clerk. View job."),
    Trap("54", NO, (R,), "Your update from Fernhill. Thank you for your interest in the Driver position. Unfortunately, we will not be moving forward with your application. Top job picks for you: Van Driver, Bus Driver. See all jobs.", "Your application to Driver at Fernhill", "LinkedIn <jobs-noreply@linkedin.com>"),
    Trap("55", NEITHER, (OTHER,), "In this issue: how to read a rejection. When they write “we have decided not to move forward with your application”, breathe. Unsubscribe from this newsletter.", "Weekly careers newsletter #14", "Careerly <hello@careerly.example>"),
    Trap("56", NEITHER, (OTHER,), "We classified an email from Fernhill as rejection. Open the tracker to see your board.", "Tracker update", "Tracker <no-reply@tracker.example>"),
    Trap("57a", NEITHER, (OTHER,), "We regret to inform you that your credit card application has been declined. Your credit score did not meet our requirements.", "Your application", "Bank <cards@oldbank.example>"),
    Trap("57b", NEITHER, (OTHER,), "Unfortunately your application for the two-bed flat was not successful, the landlord has chosen another applicant.", "Your application", "Lettings <hello@keyslettings.example>"),
    Trap("57c", NEITHER, (OTHER,), "We regret to inform you that your application for admission to the master programme was unsuccessful. The university received many applications.", "Decision"),
    Trap("57d", NEITHER, (OTHER,), "Your visa application has been refused. The consulate was unable to approve your application.", "Visa decision"),
    Trap("58", NEITHER, (OTHER,), "You have been selected for a special offer: 30% off your next order. Shop now, offer ends Sunday.", "Congratulations, a special offer", "Shop <news@shoes.example>"),
    Trap("59", NEITHER, (OTHER,), "Congratulations! You got the job as Data Entry Clerk, no interview needed. We will mail you a check to purchase your home office equipment. Send your bank details.", "Job offer", "HR <hr.dept@gmail.com>"),
    Trap("60", NEITHER, (OTHER,), "Your mock interview is scheduled for Friday at 5pm with your career coach.", "Mock interview"),
    Trap("61", NEITHER, (OTHER,), "I am out of the office until Monday. For urgent questions about interviews, call the office.", "Automatic reply: Interview"),
    Trap("62", NEITHER, (OTHER,), "Your message could not be delivered. The recipient address rejected your application mail.", "Undeliverable: Application", "Mail Delivery Subsystem <mailer-daemon@mail.example>"),
    Trap("63", NEITHER, (OTHER,), "Dear Ms Lind, I am writing to apply for the position of Planner. Please find attached my CV. I would love to schedule a call.", "Application for Planner", "Sam Reed <sam@home.example>"),
    Trap("64", NEITHER, (OTHER,), "Your security code for the application to Fernhill is 402913. Enter it to submit your application.", "Security code for your application", "no-reply@us.greenhouse-mail.io"),
    Trap("26b", NEITHER, (CH,), "The message that your interview was cancelled went out by mistake. Your interview still stands, Tuesday at 10:00.", "Your interview", turn="by_mistake"),
    Trap("28b", NO, (R,), "Thank you for interviewing with us. Sadly the panel preferred somebody with more theatre work.", "Thank you for interviewing"),
    Trap("34b", NO, (PC,), "The funding for the Warden job has been withdrawn, so the post will not be filled after all.", turn="cancelled"),
    Trap("40b", NEITHER, (MINE,), "Thanks for letting us know that you have decided not to take the job. We wish you well in your new role.", "Your decision"),
    Trap("45b", NO, (R,), "Thank you for applying twice. Your application for Archivist was not successful. Your application for Librarian was: we would like to invite you to an interview on 8 April.", also=(I,)),
    Trap("45c", NO, (R,), "We won't be moving forward with you for the Lead Baker role. There is another role, though, and we would love to invite you to an interview for it.", also=(I,)),
    Trap("65", NO, (R,), "You are not selected for the Senior Planner position. Your application for Staff Planner is still under review.", "Senior Planner"),
    Trap("66", YES, (I,), "Good news: we would like to invite you to an interview for the Planner role after all.\n\nOn Mon, 24 Mar 2025 at 09:00, Talent Team wrote:\n> We have decided not to move forward with your application.", "Re: Your application"),
    Trap("67", NO, (R, OW), "I am sorry, after a second look we have decided not to move forward with your application.\n\n-----Original Message-----\nFrom: Talent Team <talent@fernhill.example>\nSent: Monday, March 24, 2025 9:00 AM\nTo: Sam\nSubject: Offer\n\nWe are delighted to offer you the position of Planner.", "RE: Offer"),
    Trap("68", NO, (R,), "see below\n\n---------- Forwarded message ---------\nFrom: Fernhill <talent@fernhill.example>\nDate: Mon, Mar 24, 2025 at 9:00 AM\nSubject: Your application\nTo: Jo Marsh <jo@agency.example>\n\nWe will not be moving forward with your candidate for the Planner role.", "Fwd: Your application", "Jo Marsh <jo@agency.example>"),
    Trap("70", NO, (R,), "On Mon, 24 Mar 2025 at 09:00, Sam wrote:\n> I would be delighted to accept an offer.\n> When is the interview?\n\nWe have decided not to move forward with your application.", "Re: Your application"),
    Trap("71", YES, (I,), "Your interview for the Planner role is scheduled as follows.\n\nFrom: 10:00\nTo: 11:00\n\nPlease confirm your attendance.", "Interview"),
    Trap("74", NEITHER, (A,), "We have received your application for Courier. Owing to a fault this receipt reaches you late.", "Application received"),
    Trap("75", NO, (R,), "Thank you for your time. After much thought we are not moving\nforward with your application."),
    Trap("76", NO, (R,), "Un\u00adfortu\u00adnately we have de\u200bcided not to move\u00a0forward with your application."),
    Trap("77", NO, (R,), "We won\u2019t be moving forward with your candidacy."),
    Trap("78", NEITHER, (CH, ST, PC, UNSURE), "We had invited you to interview on 4 May. That has to wait as the vacancy is being reviewed. We'll be in touch.", "Interview"),
    Trap("79", NO, (R,), "You interviewed well and the panel would have been happy to appoint you. However you were not the highest scoring candidate. I would be glad to arrange a call to go through your feedback.", "Interview feedback and outcome"),
    Trap("80", NEITHER, (OTHER,), "Sorry we can't make it on Saturday, Leo has an interview at his new school. Could we move it to Sunday?", "Saturday", "Ines <ines@home.example>"),
)  # fmt: skip
