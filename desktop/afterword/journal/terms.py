"""The words of the domain: codes as stored, labels for people, and which move may follow which.

Source of every list: the domain model in the learning model (words and scales, application states).
"""

from __future__ import annotations

from enum import StrEnum

from afterword.words import N_, _


class Term(StrEnum):
    """A stored code with a label that is translated when shown."""

    label_source: str

    def __new__(cls, code: str, label: str = "") -> Term:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label_source = label or code.replace("_", " ").capitalize()
        return member

    @property
    def label(self) -> str:
        return _(self.label_source)


class Status(Term):
    DRAFT = "draft", N_("Draft")
    APPLIED = "applied", N_("Applied")
    IN_PROCESS = "in_process", N_("In process")
    OFFER = "offer", N_("Offer")
    ACCEPTED = "accepted", N_("Accepted")
    OFFER_DECLINED = "offer_declined", N_("Offer declined")
    OFFER_RESCINDED = "offer_rescinded", N_("Offer taken back")
    REJECTED = "rejected", N_("Not this time")
    GHOSTED = "ghosted", N_("No reply")
    WITHDRAWN = "withdrawn", N_("Withdrew")
    CLOSED = "closed", N_("Position closed")


S = Status
MOVES: dict[Status, frozenset[Status]] = {
    S.DRAFT: frozenset({S.APPLIED, S.IN_PROCESS, S.WITHDRAWN, S.CLOSED}),
    S.APPLIED: frozenset({S.IN_PROCESS, S.OFFER, S.REJECTED, S.GHOSTED, S.WITHDRAWN, S.CLOSED}),
    S.IN_PROCESS: frozenset({S.OFFER, S.REJECTED, S.GHOSTED, S.WITHDRAWN, S.CLOSED}),
    S.OFFER: frozenset({S.ACCEPTED, S.OFFER_DECLINED, S.OFFER_RESCINDED}),
    S.ACCEPTED: frozenset({S.OFFER_RESCINDED}),
    S.GHOSTED: frozenset({S.IN_PROCESS, S.OFFER, S.REJECTED, S.WITHDRAWN, S.CLOSED}),
    S.REJECTED: frozenset({S.IN_PROCESS, S.OFFER}),
    S.CLOSED: frozenset({S.IN_PROCESS}),
    S.WITHDRAWN: frozenset({S.IN_PROCESS}),
    S.OFFER_DECLINED: frozenset({S.OFFER}),
    S.OFFER_RESCINDED: frozenset(),
}
PENDING = frozenset({S.DRAFT, S.APPLIED, S.IN_PROCESS, S.OFFER})
SUCCESS = frozenset({S.ACCEPTED, S.OFFER_DECLINED})
FAILURE = frozenset({S.REJECTED, S.GHOSTED, S.OFFER_RESCINDED})
NO_CONTEST = frozenset({S.WITHDRAWN, S.CLOSED})
OFFERED = frozenset({S.OFFER, S.ACCEPTED, S.OFFER_DECLINED, S.OFFER_RESCINDED})


class Stage(Term):
    RECRUITER_SCREEN = "recruiter_screen", N_("First call")
    HIRING_MANAGER = "hiring_manager", N_("Hiring manager")
    TECHNICAL = "technical", N_("Technical")
    CODING = "coding", N_("Coding")
    SYSTEM_DESIGN = "system_design", N_("System design")
    TAKE_HOME = "take_home", N_("Take-home")
    ASSESSMENT = "assessment", N_("Assessment")
    CASE = "case", N_("Case")
    PRESENTATION = "presentation", N_("Presentation")
    BEHAVIOURAL = "behavioural", N_("Behavioural")
    CLIENT = "client", N_("Client")
    CULTURE = "culture", N_("Culture")
    EXECUTIVE = "executive", N_("Final round")
    LOOP = "loop", N_("Several in one round")
    OFFER_TALK = "offer_talk", N_("Offer call")
    REFERENCE = "reference", N_("References")
    OTHER = "other", N_("Other")


class Format(Term):
    PHONE = "phone", N_("By phone")
    VIDEO = "video", N_("By video")
    ONSITE = "onsite", N_("On site")
    ONE_WAY_VIDEO = "one_way_video", N_("One-way video")
    WRITTEN = "written", N_("In writing")
    AUTOMATED = "automated", N_("Automated")


class Channel(Term):
    JOB_BOARD = "job_board", N_("Job board")
    COMPANY_SITE = "company_site", N_("Company site")
    REFERRAL = "referral", N_("Referral")
    RECRUITER = "recruiter", N_("Recruiter")
    AGENCY = "agency", N_("Agency")
    NETWORK = "network", N_("Network")
    INTERNAL = "internal", N_("Internal")
    OTHER = "other", N_("Other")


class ContractType(Term):
    PERMANENT = "permanent", N_("Permanent")
    FIXED_TERM = "fixed_term", N_("Fixed term")
    CONTRACT = "contract", N_("Contract")
    CONTRACT_TO_HIRE = "contract_to_hire", N_("Contract to hire")
    TEMPORARY = "temporary", N_("Temporary")
    INTERNSHIP = "internship", N_("Internship")
    OTHER = "other", N_("Other")


class Hours(Term):
    FULL = "full", N_("Full time")
    PART = "part", N_("Part time")


class Seniority(Term):
    INTERN = "intern", N_("Intern")
    JUNIOR = "junior", N_("Junior")
    MID = "mid", N_("Mid")
    SENIOR = "senior", N_("Senior")
    LEAD = "lead", N_("Lead")
    MANAGER = "manager", N_("Manager")
    DIRECTOR = "director", N_("Director")
    EXECUTIVE = "executive", N_("Executive")
    UNKNOWN = "unknown", N_("Not said")


class WorkMode(Term):
    ONSITE = "onsite", N_("On site")
    HYBRID = "hybrid", N_("Hybrid")
    REMOTE = "remote", N_("Remote")


class WorkerType(Term):
    CONSULTANT = "consultant", N_("Consultant")
    EMPLOYEE = "employee", N_("Employee")
    BOTH = "both", N_("Both")


class Category(Term):
    WALKTHROUGH = "walkthrough", N_("About yourself")
    BEHAVIOURAL = "behavioural", N_("Behavioural")
    SITUATIONAL = "situational", N_("Situational")
    TECHNICAL_KNOWLEDGE = "technical_knowledge", N_("Technical knowledge")
    CODING = "coding", N_("Coding")
    SYSTEM_DESIGN = "system_design", N_("System design")
    CASE = "case", N_("Case")
    DOMAIN = "domain", N_("Domain")
    TOOLS = "tools", N_("Tools")
    MOTIVATION = "motivation", N_("Motivation")
    CULTURE = "culture", N_("Culture")
    SELF_ASSESSMENT = "self_assessment", N_("Self-assessment")
    SALARY = "salary", N_("Salary")
    LOGISTICS = "logistics", N_("Logistics")
    MY_QUESTIONS = "my_questions", N_("What I asked them")
    UNLAWFUL = "unlawful", N_("A question they may not ask")
    OTHER = "other", N_("Other")


NEVER_A_MISS = frozenset({Category.SALARY, Category.LOGISTICS, Category.MY_QUESTIONS, Category.UNLAWFUL})


class Issue(Term):
    DIDNT_KNOW = "didnt_know", N_("Did not know")
    FROZE = "froze", N_("Knew, but froze")
    UNSTRUCTURED = "unstructured", N_("No structure")
    TOO_LONG = "too_long", N_("Too long")
    TOO_SHORT = "too_short", N_("Too short")
    NO_EXAMPLE = "no_example", N_("No example")
    MISREAD = "misread", N_("Misread the question")
    OUT_OF_TIME = "out_of_time", N_("Out of time")
    LANGUAGE = "language", N_("Language")


class OutcomeReason(Term):
    SKILLS = "skills", N_("Skills")
    EXPERIENCE = "experience", N_("Experience")
    OVERQUALIFIED = "overqualified", N_("Overqualified")
    OTHER_CANDIDATE = "other_candidate", N_("Another candidate")
    INTERNAL_CANDIDATE = "internal_candidate", N_("An internal candidate")
    CULTURE_FIT = "culture_fit", N_("Culture fit")
    COMMUNICATION = "communication", N_("Communication")
    ASSESSMENT = "assessment", N_("Assessment")
    SALARY = "salary", N_("Salary")
    LOCATION = "location", N_("Location")
    WORK_PERMIT = "work_permit", N_("Work permit")
    AVAILABILITY = "availability", N_("Availability")
    POSITION_CLOSED = "position_closed", N_("Position closed")
    NO_SHOW = "no_show", N_("Nobody came")
    PROCESS = "process", N_("Their process")
    NONE_GIVEN = "none_given", N_("No reason given")
    OTHER = "other", N_("Other")


class MyReason(Term):
    PAY = "pay", N_("Pay")
    TERMS = "terms", N_("Terms")
    BETTER_OFFER = "better_offer", N_("A better offer")
    ROLE = "role", N_("The role")
    PROCESS = "process", N_("Their process")
    LOCATION = "location", N_("Location")
    TIMING = "timing", N_("Timing")
    PERSONAL = "personal", N_("Personal")
    OTHER = "other", N_("Other")


class Evidence(Term):
    EMPLOYER_STATED = "employer_stated", N_("They said so")
    OBSERVED = "observed", N_("I saw it")
    GUESS = "guess", N_("I guess")


class Control(Term):
    MINE_NOW = "mine_now", N_("Mine, now")
    MINE_WITH_TIME = "mine_with_time", N_("Mine, with time")
    NOT_MINE = "not_mine", N_("Not mine")
    UNCLEAR = "unclear", N_("Unclear")


class FactorType(Term):
    KNOWLEDGE = "knowledge", N_("A skill I can build")
    DELIVERY = "delivery", N_("How I told it")
    NERVES = "nerves", N_("Nerves on the day")
    EXPERIENCE = "experience", N_("Experience")
    PREPARATION = "preparation", N_("Preparation")
    EXPECTATIONS = "expectations", N_("Not the right match")
    SALARY = "salary", N_("Salary")
    LOGISTICS = "logistics", N_("Logistics")
    COMPETITION = "competition", N_("Someone else was chosen")
    THEIR_PROCESS = "their_process", N_("Their process")
    MARKET = "market", N_("Nothing I control")
    UNKNOWN = "unknown", N_("I do not know")


class Direction(Term):
    HELPED = "helped", N_("Helped")
    HURT = "hurt", N_("Got in the way")


class ReflectionKind(Term):
    BEFORE = "before", N_("Before")
    CAPTURE = "capture", N_("Two minutes")
    DEBRIEF = "debrief", N_("Full debrief")
    DECISION = "decision", N_("The day of the answer")
    REVISIT = "revisit", N_("Looking back")
    SUCCESS = "success", N_("What worked")


class Moment(Term):
    BEFORE = "before", N_("Before")
    DURING = "during", N_("During")
    AFTER = "after", N_("After")
    WAITING = "waiting", N_("Waiting")
    DECISION = "decision", N_("After the answer")
    REVISIT = "revisit", N_("Looking back")


class LessonStatus(Term):
    HYPOTHESIS = "hypothesis", N_("Seen once")
    SUPPORTED = "supported", N_("Seen again")
    RETIRED = "retired", N_("Put away")


class Stance(Term):
    FOR = "for", N_("For")
    AGAINST = "against", N_("Against")
    NONE = "none", N_("Cannot tell")


class ActionStatus(Term):
    OPEN = "open", N_("Open")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")


class Outcome(Term):
    """What a row of the table shows; time and rounds make it out of the application's status."""

    SOON = "soon", N_("Coming up")
    WAIT = "wait", N_("Waiting")
    NO = "no", N_("Not this time")
    SILENT = "silent", N_("No reply")
    OFFER = "offer", N_("Offer")
    PASSED = "passed", N_("Went further")
    WITHDREW = "withdrew", N_("Withdrew")
    CLOSED = "closed", N_("Position closed")
    CANCELLED = "cancelled", N_("Cancelled")
    RESCINDED = "rescinded", N_("Offer taken back")


class Result(Term):
    """Of one interview, derived from events and rounds, never stored."""

    PLANNED = "planned"
    PENDING = "pending"
    PASS = "pass"
    FAIL = "fail"
    NO_CONTEST = "no_contest"
    CANCELLED = "cancelled"


FEELING_SCALE = (N_("not at all"), N_("a little"), N_("some"), N_("much"), N_("very much"))
FEELINGS = (
    ("fear", N_("Fear")), ("inadequacy", N_("Inadequacy")), ("anxiety", N_("Anxiety")), ("stress", N_("Stress")),
)  # fmt: skip
