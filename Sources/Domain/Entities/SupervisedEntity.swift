/// Who or what is supervised.
public enum SupervisedEntity {}
